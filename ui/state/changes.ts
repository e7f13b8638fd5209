import { monthInWords } from '../../engine/telling/horizon.js';
import type { LeverField, Timing } from '../../engine/model/lever.js';
import type { Lever } from '../../engine/model/levers/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { contextFields } from '../../engine/scenario/context-fields.js';
import type { Action } from './action.js';
import { formatLeverValue } from '../words/format.js';
import { contextValue } from './setup.js';

/** One thing that was changed, in words, and the action that puts it back. */
export interface Change {
  readonly key: string;
  /** Setup is what someone decides; an assumption is what we believe; a setting frames the question. */
  readonly kind: 'policy' | 'assumption' | 'setting';
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly revert: Action;
}

export interface AssumptionLabel {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
}

/**
 * What differs between two scenarios, levers first, in the order of the lever files.
 *
 * @param parameters names of the assumptions; one that is missing is called by its id
 */
export function listChanges(
  from: Scenario,
  to: Scenario,
  levers: readonly Lever[],
  parameters: ReadonlyMap<string, AssumptionLabel> = new Map(),
): readonly Change[] {
  return [
    ...timingOfAll(from, to, levers),
    ...levers.flatMap((lever) => [
      ...leverChanges(from, to, lever),
      ...timingChanges(from, to, lever).filter(
        (change) => !timingOfAll(from, to, levers).some(sameMove(change)),
      ),
    ]),
    ...settingChanges(from, to),
    ...contextChanges(from, to),
    ...assumptionChanges(from, to, parameters),
  ];
}

function leverChanges(from: Scenario, to: Scenario, lever: Lever): readonly Change[] {
  return lever.fields.flatMap((field) => {
    const [before, after] = [from, to].map((one) => one.levers[lever.id].values[field.id] ?? 0) as [
      number,
      number,
    ];
    if (before === after) return [];
    return [
      {
        key: `${lever.id}.${field.id}`,
        kind: 'policy' as const,
        label: labelOf(lever, field),
        from: formatLeverValue(before, field),
        to: formatLeverValue(after, field),
        revert: { type: 'setLever' as const, lever: lever.id, field: field.id, value: before },
      },
    ];
  });
}

function labelOf(lever: Lever, field: LeverField): string {
  return field === lever.fields[0] ? lever.label : `${lever.label}: ${field.label.toLowerCase()}`;
}

type TimingPart = keyof Timing;
const timingWords: Readonly<Record<TimingPart, string>> = {
  startMonth: 'start',
  endMonth: 'end',
  rampMonths: 'ramp',
};

/** A change of timing that all levers made together is told once. */
function timingOfAll(from: Scenario, to: Scenario, levers: readonly Lever[]): readonly Change[] {
  const [first, ...others] = levers.map((lever) => timingChanges(from, to, lever));
  if (first === undefined || others.length === 0) return [];
  return first
    .filter((change) => others.every((changes) => changes.some(sameMove(change))))
    .map((change) => {
      const part = partOf(change);
      const timing = { [part]: from.levers[levers[0]!.id][part] };
      return {
        ...change,
        key: `all.${part}`,
        label: `All levers: ${timingWords[part]}`,
        revert: { type: 'setTiming', levers: levers.map(({ id }) => id), timing },
      };
    });
}

function partOf({ key }: Change): TimingPart {
  return key.slice(key.indexOf('.') + 1) as TimingPart;
}

function sameMove(one: Change): (other: Change) => boolean {
  return (other) => partOf(one) === partOf(other) && one.from === other.from && one.to === other.to;
}

function timingChanges(from: Scenario, to: Scenario, { id, label }: Lever): readonly Change[] {
  const [before, after] = [from.levers[id], to.levers[id]];
  const stays = (scenario: Scenario): boolean => scenario.levers[id].endMonth >= 12 * scenario.years;
  const parts = (Object.keys(timingWords) as TimingPart[]).filter(
    (part) => before[part] !== after[part] && !(part === 'endMonth' && stays(from) && stays(to)),
  );
  return parts.map((part) => ({
    key: `${id}.${part}`,
    kind: 'policy',
    label: `${label}: ${timingWords[part]}`,
    from: timingText(from, part, before[part]),
    to: timingText(to, part, after[part]),
    revert: { type: 'setTiming', levers: [id], timing: { [part]: before[part] } },
  }));
}

function timingText(scenario: Scenario, part: TimingPart, value: number): string {
  if (part === 'rampMonths') return value === 0 ? 'at once' : `${value} months`;
  if (part === 'endMonth' && value >= 12 * scenario.years) return 'no end';
  return monthInWords(scenario.firstMonth, value);
}

function settingChanges(from: Scenario, to: Scenario): readonly Change[] {
  const years: Change = {
    key: 'years',
    kind: 'setting',
    label: 'Years simulated',
    from: `${from.years} years`,
    to: `${to.years} years`,
    revert: { type: 'setYears', years: from.years },
  };
  const population: Change = {
    key: 'population',
    kind: 'setting',
    label: 'Districts',
    from: from.population,
    to: to.population,
    revert: { type: 'setPopulation', population: from.population },
  };
  return [
    ...(from.years === to.years ? [] : [years]),
    ...(from.population === to.population ? [] : [population]),
  ];
}

function contextChanges(from: Scenario, to: Scenario): readonly Change[] {
  return contextFields.flatMap((field) => {
    const [before, after] = [from, to].map(({ context }) => contextValue(context, field.path)) as [
      number,
      number,
    ];
    if (before === after) return [];
    return [
      {
        key: `context.${field.path.join('.')}`,
        kind: 'assumption' as const,
        label: field.label,
        from: String(before),
        to: String(after),
        revert: { type: 'setContext' as const, path: field.path, value: before },
      },
    ];
  });
}

function assumptionChanges(
  from: Scenario,
  to: Scenario,
  parameters: ReadonlyMap<string, AssumptionLabel>,
): readonly Change[] {
  const ids = [...new Set([...Object.keys(from.assumptions), ...Object.keys(to.assumptions)])].sort();
  const text = (value: number | undefined): string =>
    value === undefined ? 'drawn from its range' : `${value}`;
  return ids.flatMap((id) => {
    const [before, after] = [from.assumptions[id], to.assumptions[id]];
    if (before === after) return [];
    const label = parameters.get(id)?.label ?? id;
    return [
      {
        key: `assumptions.${id}`,
        kind: 'assumption' as const,
        label,
        from: text(before),
        to: text(after),
        revert: { type: 'setAssumption' as const, id, value: before },
      },
    ];
  });
}
