import { exp, logistic, logit, normalQuantile } from '../../random/index.js';

/** What the density of communication rests on; all of it the same for every school. */
export interface DensityInputs {
  /** Mean density in the third of schools with the lowest and with the highest quality, as observed. */
  readonly low: number;
  readonly high: number;
  /** Yearly persistence of a school's deviation. */
  readonly phi: number;
  readonly tieYears: number;
  /** Spread of the lasting school effect, in logits. */
  readonly schoolSd: number;
}

/**
 * Equilibrium log odds of a tie between two educators:
 * `middle + steep * deviation / sd + gentle * (district mean - reference) / sd + school effect`.
 */
export interface Density {
  readonly middle: number;
  /** Logits a standard deviation of the school's passing deviation. */
  readonly steep: number;
  /** Logits a standard deviation's worth of a lasting change. */
  readonly gentle: number;
  /** Density gained for one standard deviation of quality, as the study sees it between schools. */
  readonly slope: number;
  /** Share of the gap to equilibrium that ties close in a year. */
  readonly relaxation: number;
  /**
   * Ties follow a weighted mean of past deviations, in standard deviations: its regression on the present one, and its
   * variance that the present one leaves open.
   */
  readonly onPresent: number;
  readonly pastVariance: number;
}

const points = 24;
/** Quadrature of a standard normal, and of its lowest third: middles of equal cells, the former at unit variance. */
const nodes = unitVariance(
  Float64Array.from({ length: points }, (_, i) => normalQuantile((i + 0.5) / points)),
);
const thirdNodes = Float64Array.from({ length: points }, (_, i) => normalQuantile((i + 0.5) / (3 * points)));
/** Mean of a standard normal in its upper third: the thirds lie twice as far apart. */
export const upperThird = -thirdNodes.reduce((sum, z) => sum + z, 0) / points;

/** Below this a past deviation no longer matters, and below its square a correction of the solution. */
const negligible = 1 / 16384;
/** The correction shrinks tenfold a round; the bound is for inputs without a solution. */
const rounds = 64;

/**
 * Finds the middle and the steepness with which the *realised* densities of the lowest and the highest third are the
 * observed ones. Ties follow quality with years of delay while a school's deviation fades, so the realised gap is about
 * half of the equilibrium's: hence a steep reaction to passing deviations. A lasting change of the district's mean is
 * given the slope that was observed between schools and no more: the steep one would double the gain without evidence.
 */
export function calibrateDensity({ low, high, phi, tieYears, schoolSd }: DensityInputs): Density {
  const relaxation = 1 - exp(-1 / tieYears);
  let middle = (logit(low) + logit(high)) / 2;
  let steep = (logit(high) - logit(low)) / (2 * upperThird);
  for (let change = 1, round = 0; Math.abs(change) > negligible * negligible && round < rounds; round++) {
    const [bottom, top] = realisedThirds(middle, steep, phi, relaxation, schoolSd);
    const shift = (logit(low) + logit(high) - logit(bottom) - logit(top)) / 2;
    const ratio = (logit(high) - logit(low)) / (logit(top) - logit(bottom));
    middle += shift;
    steep *= ratio;
    change = Math.abs(shift) + Math.abs(ratio - 1);
  }
  const slope = (high - low) / (2 * upperThird);
  const gentle = slope / meanSlope(middle, steep, schoolSd);
  const keep = 1 - relaxation;
  const onPresent = relaxation / (1 - keep * phi);
  const variance = ((relaxation / (1 + keep)) * (1 + keep * phi)) / (1 - keep * phi);
  const pastVariance = Math.max(0, variance - onPresent * onPresent);
  return { middle, steep, gentle, slope, relaxation, onPresent, pastVariance };
}

/** Mean density of the lowest and the highest third by the present deviation, ties having followed all past ones. */
function realisedThirds(
  middle: number,
  steep: number,
  phi: number,
  relaxation: number,
  schoolSd: number,
): [number, number] {
  let bottom = 0;
  let top = 0;
  let weight = 1;
  for (let correlation = 1; correlation > negligible && weight > negligible; correlation *= phi) {
    const spread = Math.sqrt(steep * steep * (1 - correlation * correlation) + schoolSd * schoolSd);
    bottom += weight * relaxation * thirdMean(middle, steep * correlation, spread, 1);
    top += weight * relaxation * thirdMean(middle, steep * correlation, spread, -1);
    weight *= 1 - relaxation;
  }
  // What is older is the same for both thirds.
  const rest = weight * meanDensity(middle, Math.sqrt(steep * steep + schoolSd * schoolSd));
  return [bottom + rest, top + rest];
}

/** @param side 1 for the third with the lowest deviations, -1 for the highest */
function thirdMean(middle: number, steep: number, spread: number, side: -1 | 1): number {
  let sum = 0;
  for (const third of thirdNodes) sum += meanDensity(middle + steep * side * third, spread);
  return sum / points;
}

function meanDensity(centre: number, spread: number): number {
  let sum = 0;
  for (const z of nodes) sum += logistic(centre + spread * z);
  return sum / points;
}

function meanSlope(middle: number, steep: number, schoolSd: number): number {
  const spread = Math.sqrt(steep * steep + schoolSd * schoolSd);
  let sum = 0;
  for (const z of nodes) {
    const d = logistic(middle + spread * z);
    sum += d * (1 - d);
  }
  return sum / points;
}

function unitVariance(values: Float64Array): Float64Array {
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  return values.map((value) => value * Math.sqrt(values.length / squares));
}
