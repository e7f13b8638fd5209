import { shortMonth } from '../../engine/telling/horizon.js';
import { levers, type Lever } from '../../engine/model/levers/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { formatLeverValue } from '../words/format.js';

/** A lever as the scenario sets it, in words. */
export interface LeverRow {
  readonly label: string;
  readonly grade: Lever['grade'];
  readonly value: string;
  /** 1x: what the state partnership did in its first two years. */
  readonly reference: string;
  readonly when: string;
  /** Set otherwise than in the baseline. */
  readonly differs: boolean;
}

export function leverRows(scenario: Scenario, baseline: Scenario): readonly LeverRow[] {
  return levers.map((lever) => {
    const { values, startMonth, endMonth, rampMonths } = scenario.levers[lever.id];
    const off = (values[lever.fields[0]!.id] ?? 0) === 0;
    const written = (of: (id: string, reference: number) => number): string =>
      lever.fields
        .flatMap((field, index) => {
          if (index > 0 && of(field.id, field.mep) === field.mep) return [];
          const text = formatLeverValue(of(field.id, field.mep), field);
          return index === 0 ? text : `${field.label.toLowerCase()} ${text}`;
        })
        .join('; ');
    const end = endMonth >= 12 * scenario.years ? '' : ` to ${shortMonth(scenario.firstMonth, endMonth)}`;
    const ramp = rampMonths === 0 ? '' : `, at full strength after ${rampMonths} months`;
    return {
      label: lever.label,
      grade: lever.grade,
      value: off ? 'off' : written((id) => values[id] ?? 0),
      reference:
        lever.fields[0]!.mep === 0 ? 'off' : formatLeverValue(lever.fields[0]!.mep, lever.fields[0]!),
      when: off ? '' : `from ${shortMonth(scenario.firstMonth, startMonth)}${end}${ramp}`,
      differs: JSON.stringify(scenario.levers[lever.id]) !== JSON.stringify(baseline.levers[lever.id]),
    };
  });
}
