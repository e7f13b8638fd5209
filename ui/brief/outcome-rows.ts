import type { Bands } from '../../engine/ensemble/bands.js';
import { mainOutcomes } from '../../engine/model/outcomes/index.js';
import type { Comparison } from '../state/comparison.js';
import { formatSigned, formatValue } from '../words/format.js';
import { timesIn100 } from '../state/headline.js';

/** A line of the brief's table, as text. */
export interface OutcomeRow {
  readonly label: string;
  /** Empty where the label or the figures say it. */
  readonly unit: string;
  readonly baseline: string;
  readonly scenario: string;
  readonly difference: string;
  readonly better: string;
}

/** The main outcomes at the horizon: the middle of all futures, and 90 of 100 of them. */
export function outcomeRows({ baseline, scenario, differences }: Comparison): readonly OutcomeRow[] {
  return mainOutcomes.map(({ id, label, unit }) => {
    const gap = differences[id]!;
    return {
      label,
      unit: label.toLowerCase().includes(unit.words) || unit.kind === 'money' ? '' : unit.words,
      baseline: ranged(baseline.outcomes[id]!, (value) => formatValue(value, unit)),
      scenario: ranged(scenario.outcomes[id]!, (value) => formatValue(value, unit)),
      difference: gap.tied === 1 ? 'none' : ranged(gap, (value) => formatSigned(value, unit)),
      better: gap.better === null || gap.tied === 1 || unit.kind === 'money' ? '' : timesIn100(gap.better),
    };
  });
}

function ranged({ q05, q50, q95 }: Bands, write: (value: number) => string): string {
  const [low, middle, high] = [q05, q50, q95].map((band) => write(band.at(-1)!));
  return low === high ? `${middle}` : `${middle} [${low} to ${high}]`;
}
