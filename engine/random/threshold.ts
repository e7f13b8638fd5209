/**
 * The integer below which a draw means that an event of chance `p` happens: `draw(k0, k1, id) < threshold(p)`.
 *
 * @param p chance a tick; 0 and below never happen, 1 and above always do
 * @returns an integer in 0..2^32 (2^32 does not fit a uint32: keep it a number, or in a Float64Array). Rounding changes
 *   a chance by 2^-33 at most
 * @throws RangeError when `p` is not a number, which would otherwise mean "never" without a word
 */
export function threshold(p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 4294967296;
  if (Number.isNaN(p))
    throw new RangeError('chance = NaN must be a number; check the hazard it was made from');
  return Math.round(p * 4294967296);
}
