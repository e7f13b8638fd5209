import { drawParameters, type Figure, figures, posterior, sources } from '../../evidence/index.js';
import { type CancelSignal, nextTask, throwIfCancelled } from '../../ensemble/index.js';
import { rootKey } from '../../random/index.js';
import { type AttitudeSplit, attitudeSplits } from './attitude-split.js';
import { createFigureSimulator } from './simulate-figures.js';
import { meanOf, type SimulatedFigures, spreadOf } from './simulated-figures.js';

/** One part of a figure against its simulations. */
export interface ScorecardPart {
  readonly part: string;
  readonly reported: number;
  readonly median: number;
  readonly q05: number;
  readonly q95: number;
  /**
   * Whether the report lies within the simulated 90 percent interval; for a bound, whether the interval reaches the side
   * of the bound that the report names.
   */
  readonly inside: boolean;
  /** Of a bound: share of replicates in which the reported statement holds. */
  readonly holds?: number;
}

/** One figure: the numbers of the part that lies farthest from its simulations, and all parts where there are several. */
export interface ScorecardRow extends ScorecardPart {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly group: string;
  readonly role: 'calibrate' | 'predict' | 'shape';
  /** Of a fitted figure: by the distance of the calibration, or taken directly into a parameter. */
  readonly how?: 'fit' | 'direct';
  readonly compare: Figure['compare'];
  /** Titles of the documents, and where in them. */
  readonly source: string;
  readonly parts?: readonly ScorecardPart[];
  readonly note?: string;
}

export interface Scorecard {
  readonly seed: string;
  readonly replicates: number;
  readonly rows: readonly ScorecardRow[];
  /** The rises from 2011 to 2014: what districts' states carry and the statewide rest. */
  readonly splits: Readonly<Record<'means' | 'confident', AttitudeSplit>>;
}

export interface ScorecardOptions {
  readonly seed: string;
  readonly replicates: number;
  readonly onProgress?: (done: number) => void;
  readonly signal?: CancelSignal;
}

/**
 * Every reported figure that is fitted or predicted, and those of shape that the model has a number for, against its
 * simulations: one replicate takes one joint posterior draw and one run of luck, as in every ensemble.
 */
export async function scorecard(options: ScorecardOptions): Promise<Scorecard> {
  const { seed, replicates, onProgress, signal } = options;
  const root = rootKey(seed);
  const simulate = await createFigureSimulator();
  const simulated: SimulatedFigures[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    simulated.push(simulate(drawParameters(root, replicate), root, replicate));
    onProgress?.(replicate + 1);
    await nextTask();
    throwIfCancelled(signal);
  }
  return { seed, replicates, rows: scoreFigures(simulated), splits: attitudeSplits(simulated) };
}

/** The rows of the scorecard, in the order of the figures: fits and predictions all of them, shapes where simulated. */
export function scoreFigures(simulated: readonly SimulatedFigures[]): ScorecardRow[] {
  return figures.flatMap((figure) => {
    const { role } = figure;
    if (role === 'context') return [];
    const known = simulated[0]?.[figure.id] !== undefined;
    return known || role !== 'shape' ? [scoreFigure(figure, role, simulated)] : [];
  });
}

function scoreFigure(
  figure: Figure,
  role: ScorecardRow['role'],
  simulated: readonly SimulatedFigures[],
): ScorecardRow {
  const parts = Object.entries(figure.reported).map(([part, reported]) =>
    scorePart(figure, part, reported, simulated),
  );
  const worst = parts.reduce((a, b) => (misfit(b) > misfit(a) ? b : a));
  const { id, label, unit, group, compare } = figure;
  const titles = figure.sources.map((source) => sources.find((one) => one.id === source)!.title);
  const note = noteOf(figure, simulated);
  return {
    id,
    role,
    ...(role === 'calibrate' && { how: isInDistance(id) ? ('fit' as const) : ('direct' as const) }),
    label,
    unit,
    group,
    compare,
    ...worst,
    source: `${titles.join('; ')}: ${figure.where}`,
    ...(parts.length > 1 && { parts }),
    ...(note !== undefined && { note }),
  };
}

function isInDistance(id: string): boolean {
  return posterior?.blocks.some(({ rows }) => rows.some(({ figure }) => figure === id)) ?? false;
}

function scorePart(
  { id, compare, role }: Figure,
  part: string,
  reported: number,
  simulated: readonly SimulatedFigures[],
): ScorecardPart {
  const values = simulated.map((figuresOfOne) => figuresOfOne[id]?.[part] ?? NaN);
  const { median, q05, q95 } = spreadOf(values);
  const base = { part, reported, median, q05, q95 };
  if (compare === 'interval') return { ...base, inside: within(reported, q05, q95, role === 'shape') };
  const holds = (value: number): boolean => (compare === 'at-least' ? value >= reported : value <= reported);
  return {
    ...base,
    inside: compare === 'at-least' ? q95 >= reported : q05 <= reported,
    holds: meanOf(values.filter((value) => !Number.isNaN(value)).map((value) => (holds(value) ? 1 : 0))),
  };
}

/** A shape that does not vary is compared in the digits that the report gives. */
function within(reported: number, q05: number, q95: number, asReported: boolean): boolean {
  if (!asReported) return q05 <= reported && reported <= q95;
  const places = /\.(\d+)/.exec(String(reported))?.[1]?.length ?? 0;
  const rounded = (value: number): number => Number(value.toFixed(places));
  return rounded(q05) <= reported && reported <= rounded(q95);
}

/** How far a report lies from the middle of its simulations, in half widths of their interval. */
function misfit({ reported, median, q05, q95, inside, holds }: ScorecardPart): number {
  if (holds !== undefined) return 1 - holds + (inside ? 0 : 1);
  const half = reported < median ? median - q05 : q95 - median;
  if (inside) return half > 0 ? Math.abs(reported - median) / half : 0;
  return 1 + (half > 0 ? Math.abs(reported - median) / half : Math.abs(reported - median));
}

function noteOf({ id, note }: Figure, simulated: readonly SimulatedFigures[]): string | undefined {
  if (id !== 'adequate-mep-trained') return note;
  const share = (part: string): string =>
    `${Math.round(100 * meanOf(simulated.map((one) => one[id]?.[part] ?? NaN)))} percent`;
  const found = `Here significant in ${share('bargainingSignificant')} of samples for bargaining and in ${share('relationshipSignificant')} for the relationship.`;
  return note === undefined ? found : `${note} ${found}`;
}
