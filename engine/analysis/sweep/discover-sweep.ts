import { version } from '../../ensemble/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import { boxInWords, type FactorLimits, factorLimits } from './box-in-words.js';
import { type Criterion, thresholdOf } from './discovery-criterion.js';
import { chooseBox, prim } from '../../statistics/index.js';
import type { PrimBox } from '../../statistics/index.js';
import { requireInput } from '../../input/index.js';
import type { RunSummary, SweepRun } from './run-sweep.js';
import type { SweepFactor } from './sweep-factor.js';

/** A sweep as its directory gives it. */
export interface FinishedSweep {
  readonly title: string;
  readonly factors: readonly SweepFactor[];
  /** Ids, in the order of the runs' summaries. */
  readonly outcomes: readonly string[];
  readonly runs: readonly SweepRun[];
}

export interface DiscoverOptions {
  readonly outcome: string;
  /** Which figure of the replicates counts; default the mean. */
  readonly statistic?: keyof RunSummary;
  /** Which runs are of interest. */
  readonly criterion: Criterion;
  /** Share of a box's runs that must be of interest for it to be chosen; default 0.8. */
  readonly density?: number;
  /** Share of a box's runs that one peel takes; default 0.05. */
  readonly patience?: number;
  /** Smallest share of all runs that a box may hold; default 0.05. */
  readonly minimumMass?: number;
}

/** A box of PRIM with its factors by name. */
export interface DiscoveredBox {
  readonly coverage: number;
  readonly density: number;
  readonly mass: number;
  readonly limits: readonly FactorLimits[];
}

/** What `accord discover --json` prints. */
export interface DiscoveryDocument {
  readonly accord: string;
  readonly sweep: string;
  readonly outcome: string;
  readonly label: string;
  readonly unit: string;
  readonly statistic: keyof RunSummary;
  /** Runs of interest lie on this side of the threshold, in the outcome's unit. */
  readonly side: 'below' | 'above';
  readonly threshold: number;
  /** Runs that count; failed ones do not. */
  readonly runs: number;
  readonly failed: number;
  readonly ofInterest: number;
  /** From all runs on, each box one peel smaller. */
  readonly trajectory: readonly DiscoveredBox[];
  readonly chosen: DiscoveredBox;
  /** The chosen box as a condition in words. */
  readonly inWords: string;
}

/**
 * Under which factor values do the runs of interest gather? Scenario discovery by PRIM on a finished sweep.
 *
 * Source: Bryant and Lempert, "Thinking inside the box", Technological Forecasting and Social Change 77 (2010), 34-49.
 *
 * @throws InputError when the sweep does not hold the outcome, leaves factors at the scenario's own values, or has no
 *   run of interest
 */
export function discoverSweep(sweep: FinishedSweep, options: DiscoverOptions): DiscoveryDocument {
  const { outcome, statistic = 'mean', density = 0.8 } = options;
  const place = sweep.outcomes.indexOf(outcome);
  requireInput(place >= 0, 'outcome', outcome, 'must be an outcome of the sweep', 'see its codebook.csv');
  const { label, unit, better } = outcomeOf(outcome);
  const done = sweep.runs.filter(({ error }) => error === '');
  requireInput(
    done.length > 0,
    'runs',
    0,
    'must be at least 1 that is done',
    'let the sweep go on with --resume',
  );
  const points = done.map((run) => coordinates(run, sweep.factors));
  const values = Float64Array.from(done, ({ summaries }) => summaries[place]?.[statistic] ?? NaN);
  const { side, threshold } = thresholdOf(options.criterion, values, better);
  const interest = Array.from(values, (value) => (side === 'below' ? value < threshold : value > threshold));
  const beyond = `must have runs ${side} it; they lie between ${Math.min(...values)} and ${Math.max(...values)}`;
  requireInput(interest.includes(true), 'threshold', threshold, beyond, 'choose another threshold');
  const result = prim(points, interest, options);
  const named = (box: PrimBox): DiscoveredBox => {
    const { coverage, density: own, mass } = box;
    return { coverage, density: own, mass, limits: factorLimits(box, sweep.factors) };
  };
  const chosen = named(chooseBox(result, density));
  return {
    accord: version,
    sweep: sweep.title,
    outcome,
    label,
    unit: unit.words,
    statistic,
    side,
    threshold,
    runs: done.length,
    failed: sweep.runs.length - done.length,
    ofInterest: interest.filter(Boolean).length,
    trajectory: result.trajectory.map(named),
    chosen,
    inWords: boxInWords(chosen.limits),
  };
}

/** A run as numbers: words count as their places among the levels. */
function coordinates({ run, point }: SweepRun, factors: readonly SweepFactor[]): Float64Array {
  return Float64Array.from(factors, ({ address, levels }, index) => {
    const value = point[index] ?? null;
    requireInput(
      value !== null,
      `run ${run}: ${address}`,
      '',
      'must have a value in every run',
      'discover conditions in a factorial, latin-hypercube or sobol sweep',
    );
    return typeof value === 'number' ? value : (levels?.indexOf(value) ?? NaN);
  });
}
