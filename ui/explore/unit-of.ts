import type { LeverField } from '../../engine/model/lever.js';

/** The unit as it stands beside a number that is typed: shares are typed as fractions and say so. */
export function unitOf({ unit }: LeverField): string {
  return unit.startsWith('share') ? `${unit}, 0 to 1` : unit;
}
