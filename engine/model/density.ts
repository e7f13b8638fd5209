import { exp, logistic, logit, normalQuantile } from '../random/index.js';

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
}

const points = 24;
const nodes = Float64Array.from({ length: points }, (_, i) => normalQuantile((i + 0.5) / points));
const thirdNodes = Float64Array.from({ length: points }, (_, i) => -normalQuantile((i + 0.5) / (3 * points)));
/** Mean of a standard normal in its upper third: the thirds lie twice as far apart. */
export const upperThird = 1.0908;

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
  for (let round = 0; round < 60; round++) {
    const [bottom, top] = realisedThirds(middle, steep, phi, relaxation, schoolSd);
    middle += (logit(low) + logit(high) - logit(bottom) - logit(top)) / 2;
    steep *= (logit(high) - logit(low)) / (logit(top) - logit(bottom));
  }
  const slope = (high - low) / (2 * upperThird);
  return { middle, steep, gentle: slope / meanSlope(middle, steep, schoolSd), slope, relaxation };
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
  let weight = relaxation;
  let correlation = 1;
  for (let year = 0; year < 40; year++) {
    const spread = Math.sqrt(steep * steep * (1 - correlation * correlation) + schoolSd * schoolSd);
    bottom += weight * thirdMean(middle, steep * correlation, spread, -1);
    top += weight * thirdMean(middle, steep * correlation, spread, 1);
    weight *= 1 - relaxation;
    correlation *= phi;
  }
  return [bottom, top];
}

function thirdMean(middle: number, steep: number, spread: number, side: -1 | 1): number {
  let sum = 0;
  for (const third of thirdNodes) {
    for (const z of nodes) sum += logistic(middle + steep * side * third + spread * z);
  }
  return sum / (points * points);
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
