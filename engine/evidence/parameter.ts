import type { FiveQuantiles } from './posterior.js';

/** Where a figure comes from. */
export interface Source {
  readonly title: string;
  readonly where: string;
}

export type Status = 'reported' | 'derived' | 'calibrated' | 'assumed';

/** One entry of parameters/*.yaml: a number the rules use, with its provenance, and what the fit made of it. */
export interface Parameter {
  readonly id: string;
  /** Base name of its file. */
  readonly topic: string;
  readonly label: string;
  readonly unit: string;
  /** The prior; of a fitted parameter too. */
  readonly distribution: Distribution;
  /** Lowest and highest value that makes sense; draws are held inside. */
  readonly support: readonly [number, number];
  readonly source: Source;
  /** The districts, schools or people the source speaks about. */
  readonly population: string;
  /** How the figure was turned into the distribution. */
  readonly method: string;
  readonly status: Status;
  readonly note: string;
  /** Of a fitted parameter (status `calibrated`): its 5, 25, 50, 75 and 95 percent quantiles in the posterior. */
  readonly posterior?: FiveQuantiles;
}

const populationTopics: readonly string[] = ['population', 'boston', 'new-england'];

/**
 * Whether a parameter says how bundled districts were made up. A run gets its districts ready made, so such a parameter
 * is no assumption of a scenario: other districts are another population.
 */
export function makesPopulation({ topic }: Pick<Parameter, 'topic'>): boolean {
  return populationTopics.includes(topic);
}

/**
 * How a parameter varies between replicates.
 *
 * `logNormal` is [median, 5 percent point, 95 percent point]: the two points give its log-sd, the first its middle;
 * `shiftedLogNormal` is [shift, then the same three] of what lies above the shift.
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }
  | { readonly kind: 'logNormal'; readonly shift: number; readonly median: number; readonly logSd: number };
