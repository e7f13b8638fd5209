import { monthInWords } from '../../telling/horizon.js';
import { parameters } from '../../evidence/index.js';
import type { LeverField } from '../../model/lever.js';
import { levers } from '../../model/levers/index.js';
import type { Population } from '../../population/index.js';
import { contextFields, type Scenario } from '../../scenario/index.js';
import { alignTable, wrap } from './align-table.js';

/** A scenario as it was understood: every lever with its value, unit, 1x and timing, and all that is not neutral. */
export function describeScenario(scenario: Scenario, population: Population): string {
  const { name, title, question, source, years, firstMonth } = scenario;
  const rows = levers.flatMap((lever) =>
    lever.fields.map((field, index) => {
      const setting = scenario.levers[lever.id];
      const off = setting.values[lever.fields[0]?.id ?? ''] === 0;
      return [
        index === 0 ? lever.label : '',
        field.label,
        fieldValue(field, setting.values[field.id] ?? NaN),
        fieldValue(field, field.mep),
        field.choices ? '' : field.unit.words,
        index > 0 ? '' : off ? 'off' : timing(scenario, setting),
      ];
    }),
  );
  return [
    `${name}: ${title}`,
    ...[question, source].filter(Boolean).map((text) => wrap(text)),
    '',
    `${population.title}: ${population.districts.count.toLocaleString('en-US')} districts, ` +
      `${population.schools.count.toLocaleString('en-US')} schools`,
    `${monthInWords(firstMonth, 0)} to ${monthInWords(firstMonth, 12 * years)}, ${years} years`,
    '',
    alignTable([['Lever', 'Field', 'Value', '1x', 'Unit', 'When'], ...rows], [2, 3]),
    ...besides(scenario),
  ].join('\n');
}

function fieldValue({ choices }: LeverField, value: number): string {
  return choices?.[value] ?? value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

function timing(
  { firstMonth, years }: Scenario,
  { startMonth, endMonth, rampMonths }: Scenario['levers']['research'],
): string {
  const start = startMonth === 0 ? 'from the start' : `from ${monthInWords(firstMonth, startMonth)}`;
  const end = endMonth >= 12 * years ? '' : ` until ${monthInWords(firstMonth, endMonth)}`;
  return `${start}${end}${rampMonths === 0 ? '' : `, in full after ${rampMonths} months`}`;
}

/** Context, delays and assumptions that differ from the default. */
function besides({ context, stateDelays, assumptions }: Scenario): string[] {
  const around = contextFields.flatMap(({ path, label, unit, neutral }) => {
    const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], context);
    return value === neutral ? [] : [`${label}: ${String(value)} (${unit})`];
  });
  const delays = Object.entries(stateDelays).map(
    ([state, months]) => `${state}: levers ${months} months later`,
  );
  const held = Object.entries(assumptions).map(([id, value]) => {
    const parameter = parameters.find((candidate) => candidate.id === id);
    return `${parameter?.label ?? id}: held at ${value} ${parameter?.unit ?? ''} (${id}, ${parameter?.status ?? ''})`;
  });
  return [
    ...section('Around the policy', around),
    ...section('Later states', delays),
    ...section('Assumptions', held),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
