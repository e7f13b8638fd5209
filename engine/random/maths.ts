import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibBetaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import stdlibNormalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Deterministic mathematics: the same bits in every engine.
 *
 * Math.exp, Math.log and Math.pow differ in the last bit between Node 20 and Chromium for 5 to 10 percent of arguments.
 * The @stdlib packages are plain-JavaScript ports of the FreeBSD and Boost functions and use + - * / and sqrt only,
 * which IEEE 754 fixes to the bit.
 */
// Constants, no re-exports: the bundler sorts those of files of one name (lib/index.js) by which of them it read first.
export const exp: (x: number) => number = stdlibExp;
export const ln: (x: number) => number = stdlibLn;

/** Quantile of the standard normal at `p` in 0..1; infinite at the ends, NaN outside. */
export function normalQuantile(p: number): number {
  return stdlibNormalQuantile(p, 0, 1);
}

/** Quantile at `p` in 0..1 of the Beta distribution with shapes `a` and `b` > 0; NaN outside. */
export function betaQuantile(p: number, a: number, b: number): number {
  return stdlibBetaQuantile(p, a, b);
}

/** Chance a tick of an event with hazard `h` >= 0 a tick: 1 - exp(-h). Its absolute error is below 2^-52. */
export function hazardToChance(h: number): number {
  return 1 - exp(-h);
}

/** Inverse of `hazardToChance`: the hazard a tick of a chance in 0..1; infinite at 1. */
export function chanceToHazard(p: number): number {
  return -ln(1 - p);
}

/** Log odds of `p` in 0..1; infinite at the ends. */
export function logit(p: number): number {
  return ln(p / (1 - p));
}
