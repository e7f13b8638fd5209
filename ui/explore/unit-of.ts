import type { LeverField } from '../../engine/model/lever.js';

/** The unit as it stands beside a number that is typed: shares are typed as fractions and say so. */
export function unitOf({ unit }: LeverField): string {
  return unit.kind === 'share' ? `${unit.words}, 0 to 1` : unit.words;
}
