import { atHorizon } from '../../engine/telling/horizon.js';
import { formatBand, formatDifferenceBand, outOf100 } from '../../engine/telling/format-value.js';
import { mainOutcomes } from '../../engine/model/outcomes/index.js';
import type { Comparison } from '../state/comparison.js';

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
      baseline: formatBand(atHorizon(baseline.outcomes[id]!), unit),
      scenario: formatBand(atHorizon(scenario.outcomes[id]!), unit),
      difference: gap.tied === 1 ? 'none' : formatDifferenceBand(atHorizon(gap), unit),
      better: gap.better === null || gap.tied === 1 || unit.kind === 'money' ? '' : outOf100(gap.better),
    };
  });
}
