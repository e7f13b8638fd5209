import { measureBox, type PrimBox, type PrimData } from './prim-box.js';
import { pasteBox } from './prim-paste.js';
import { peelBox } from './prim-peel.js';
import { requireInput } from '../../input/index.js';

/** Settings of `prim`. */
export interface PrimOptions {
  /** Share of a box's points that one peel or paste moves; default 0.05. */
  readonly patience?: number;
  /** Smallest share of all points that a box may hold; default 0.05. */
  readonly minimumMass?: number;
}

/** All boxes on the way from everything to the densest box. */
export interface PrimResult {
  /** From the whole space on, each box one peel smaller; coverage falls, density rises. */
  readonly trajectory: readonly PrimBox[];
  /** The last box with its limits loosened again wherever that costs no density. */
  readonly pasted: PrimBox;
}

/**
 * Patient rule induction: under which conditions do the cases of interest gather?
 *
 * Peels off a small slice at a time, always the one that raises the density most for each point lost, until the box is
 * pure, no slice helps or the mass is at its minimum; then pastes. Choose from the trajectory with `chooseBox`; for a
 * second box run again without the points `inBox` of the first.
 *
 * Sources: Friedman and Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9 (1999), 123-143
 * (the criterion is their (14.5), gain for each point lost, fair to factors with few levels); Bryant and Lempert,
 * "Thinking inside the box", Technological Forecasting and Social Change 77 (2010), 34-49, for coverage, density and
 * quasi-p values; Kwakkel and Jaxa-Rozen, Environmental Modelling and Software 79 (2016), 311-321, for criteria.
 *
 * @param points one row a run, one finite number a factor in its own unit (an ordered category as its rank)
 * @param interest whether each run is of interest
 * @throws InputError when sizes differ, a value is not finite, no run is of interest or a setting breaks its rule
 */
export function prim(
  points: readonly ArrayLike<number>[],
  interest: readonly boolean[],
  options: PrimOptions = {},
): PrimResult {
  const { patience = 0.05, minimumMass = 0.05 } = options;
  requireRuns(points, interest);
  const shareRule = 'must be between 0 and 1, ends excluded';
  requireInput(patience > 0 && patience < 1, 'patience', patience, shareRule, 'give for example 0.05');
  const massHolds = minimumMass > 0 && minimumMass < 1;
  requireInput(massHolds, 'minimumMass', minimumMass, shareRule, 'give for example 0.05');

  const data: PrimData = { points, interest: Uint8Array.from(interest, Number) };
  const factors = points[0]!.length;
  const everything = {
    low: new Float64Array(factors).fill(-Infinity),
    high: new Float64Array(factors).fill(Infinity),
  };
  const boxes = peelBox(everything, data, patience, Math.ceil(minimumMass * points.length));
  const pasted = pasteBox(boxes.at(-1)!, data, patience);
  return {
    trajectory: boxes.map(({ low, high }) => measureBox(low, high, data)),
    pasted: measureBox(pasted.low, pasted.high, data),
  };
}

/**
 * The box with the largest coverage among those at least as dense as asked, the pasted one included; the densest box
 * when none is.
 *
 * @param minimumDensity share of the box's points that are of interest, 0..1
 */
export function chooseBox(result: PrimResult, minimumDensity: number): PrimBox {
  const boxes = [...result.trajectory, result.pasted];
  const dense = boxes.filter((box) => box.density >= minimumDensity);
  const score = dense.length > 0 ? (box: PrimBox) => box.coverage : (box: PrimBox) => box.density;
  return (dense.length > 0 ? dense : boxes).reduce((best, box) => (score(box) > score(best) ? box : best));
}

function requireRuns(points: readonly ArrayLike<number>[], interest: readonly boolean[]): void {
  requireInput(
    points.length === interest.length && points.length > 0,
    'interest.length',
    interest.length,
    `must be ${points.length}, one for each point, and at least 1`,
    'classify every run once',
  );
  const factors = points[0]!.length;
  points.forEach((point, index) => {
    const holds = point.length === factors && Array.prototype.every.call(point, Number.isFinite);
    const rule = `must be ${factors} finite numbers`;
    requireInput(holds, `points[${index}]`, Array.from(point).join(', '), rule, 'leave out failed runs');
  });
  const remedy = 'choose a threshold that some runs pass';
  requireInput(interest.includes(true), 'interest', 'all false', 'must be true of at least one run', remedy);
}
