import { Command } from 'commander';
import { parameters } from '../../../evidence/index.js';
import { levers } from '../../../model/levers/index.js';
import { rulesOf } from '../../../model/rule-descriptions.js';
import { outcomes } from '../../../model/outcomes/index.js';
import { populationNames } from '../../../population/index.js';
import { loadScenario, scenarioNames } from '../../../scenario/index.js';
import { oneOf } from '../../input/check-option.js';
import { alignTable } from '../../report/align-table.js';
import { withExample } from '../../terminal/example.js';
import { writeOut } from '../../terminal/write-out.js';

/** What can be listed: the entries as data, and as rows of a table with its head. */
const lists = {
  scenarios: {
    entries: () =>
      scenarioNames.map(loadScenario).map(({ name, title, question, source, population, years }) => ({
        name,
        title,
        question,
        source,
        population,
        years,
      })),
    rows: () => [
      ['Scenario', 'Title', 'Population'],
      ...scenarioNames.map(loadScenario).map(({ name, title, population }) => [name, title, population]),
    ],
    figures: [],
  },
  populations: {
    entries: () => populationNames,
    rows: () => [
      ['Population', 'Title', 'Districts', 'Schools'],
      ...populationNames.map(({ id, title, districts, schools }) => [
        id,
        title,
        String(districts),
        String(schools),
      ]),
    ],
    figures: [2, 3],
  },
  levers: {
    entries: () =>
      levers.map((lever) => ({
        ...lever,
        rules: rulesOf(lever).map(({ id }) => id),
        fields: lever.fields.map((field) => ({ ...field, unit: field.unit.words })),
      })),
    rows: () => [
      ['Lever field', 'Label', '1x', '2x', 'Limits', 'Unit', 'Evidence'],
      ...levers.flatMap(({ id, grade, fields }) =>
        fields.map((field) => [
          `levers.${id}.${field.id}`,
          field.label,
          field.choices?.[field.mep] ?? String(field.mep),
          field.choices?.[field.double] ?? String(field.double),
          field.choices?.join(', ') ?? `${field.min} to ${field.max}`,
          field.choices ? '' : field.unit.words,
          grade,
        ]),
      ),
    ],
    figures: [2, 3],
  },
  outcomes: {
    entries: () =>
      outcomes.map(({ id, label, unit, weighting, better }) => ({
        id,
        label,
        unit: unit.words,
        weighting,
        better,
      })),
    rows: () => [
      ['Outcome', 'Label', 'Unit', 'Better'],
      ...outcomes.map(({ id, label, unit, better }) => [id, label, unit.words, better]),
    ],
    figures: [],
  },
  assumptions: {
    entries: () => parameters,
    rows: () => [
      ['Assumption', 'Label', 'Limits', 'Unit', 'Evidence'],
      ...parameters.map(({ id, label, support, unit, status }) => [
        id,
        label,
        support.join(' to '),
        unit,
        status,
      ]),
    ],
    figures: [],
  },
} as const;
type ListName = keyof typeof lists;

/** Assumptions are many: they are listed only when asked for. */
const usual: readonly ListName[] = ['scenarios', 'populations', 'levers', 'outcomes'];

export function listCommand(): Command {
  const names = Object.keys(lists) as ListName[];
  const command = new Command('list')
    .description('list the scenarios, populations, levers and outcomes')
    .argument('[what]', names.join(', '))
    .option('--json', 'print one JSON document, and nothing else, on stdout')
    .action((what: string | undefined, { json }: { json?: true }) => {
      const chosen = what === undefined ? usual : [oneOf('list', what, names)];
      if (json)
        return writeOut(
          JSON.stringify(Object.fromEntries(chosen.map((name) => [name, lists[name].entries()]))),
        );
      return writeOut(chosen.map((name) => alignTable(lists[name].rows(), lists[name].figures)).join('\n\n'));
    });
  return withExample(command, 'accord-sim list assumptions');
}
