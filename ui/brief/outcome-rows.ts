import type { Bands } from '../../engine/ensemble/bands.js';
import { outcomeIndex, outcomes } from '../../engine/model/outcomes/index.js';
import type { Comparison } from '../state/comparison.js';
import { formatSigned, formatValue } from '../words/format.js';
import { timesIn100 } from '../state/headline.js';

/** A line of the brief's table, as text. */
export interface OutcomeRow {
  readonly label: string;
  readonly unit: string;
  readonly baseline: string;
  readonly scenario: string;
  readonly difference: string;
  readonly better: string;
}

const shown = [
  'collaborative',
  'lasting',
  'trained',
  'studentsReached',
  'partnershipQuality',
  'schoolDensity',
  'apiGain',
  'cost',
] as const;

/** The headline outcomes at the horizon: the middle of all futures, and 90 of 100 of them. */
export function outcomeRows({ baseline, scenario, differences }: Comparison): readonly OutcomeRow[] {
  return shown.map((id) => {
    const { label, unit } = outcomes[outcomeIndex.get(id)!]!;
    const gap = differences[id]!;
    return {
      label,
      unit,
      baseline: ranged(baseline.outcomes[id]!, (value) => formatValue(value, unit)),
      scenario: ranged(scenario.outcomes[id]!, (value) => formatValue(value, unit)),
      difference: gap.tied === 1 ? 'none' : ranged(gap, (value) => formatSigned(value, unit)),
      better: gap.better === null || gap.tied === 1 || id === 'cost' ? '' : timesIn100(gap.better),
    };
  });
}

function ranged({ q05, q50, q95 }: Bands, write: (value: number) => string): string {
  const [low, middle, high] = [q05, q50, q95].map((band) => write(band.at(-1)!));
  return low === high ? `${middle}` : `${middle} [${low} to ${high}]`;
}
