import { z } from '../input/zod.js';

/** Five quantiles of a distribution: 5, 25, 50, 75 and 95 percent. */
export type FiveQuantiles = readonly [number, number, number, number, number];

/** One parameter before and after the fit. */
export interface FittedParameter {
  readonly prior: FiveQuantiles;
  readonly posterior: FiveQuantiles;
  /** Agreement of repeated fits (Gelman and Rubin); 1 when they agree. */
  readonly rHat: number;
}

/** One population of sequential Monte Carlo. */
export interface FitPopulation {
  readonly tolerance: number | null;
  readonly simulations: number;
  readonly acceptance: number;
  readonly effectiveSampleSize: number;
}

/** One part of the fit whose figures inform no other part's parameters. */
export interface FitBlock {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly string[];
  /** What was fitted: the figure, its part, what was reported and its sampling error. */
  readonly rows: readonly {
    readonly figure: string;
    readonly label: string;
    readonly observed: number;
    readonly error: number;
  }[];
  /** One history a repeated fit. */
  readonly runs: readonly {
    readonly seed: string;
    readonly stopped: string;
    readonly populations: readonly FitPopulation[];
  }[];
}

/** How the committed posterior was made and what it says. Written by `accord-sim calibrate` and by nothing else. */
export interface PosteriorSummary {
  readonly seed: string;
  /** Version of the program that made it. */
  readonly version: string;
  /** SHA-256 of the figures and priors that it was made from, and of the file of draws. */
  readonly dataHash: string;
  readonly drawsHash: string;
  readonly draws: number;
  readonly blocks: readonly FitBlock[];
  readonly parameters: Readonly<Record<string, FittedParameter>>;
  /** Pairs of fitted parameters that the data tie together most. */
  readonly correlations: readonly { readonly a: string; readonly b: string; readonly r: number }[];
}

const five = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);

const schema = z.object({
  seed: z.string(),
  version: z.string(),
  dataHash: z.string(),
  drawsHash: z.string(),
  draws: z.number().int().positive(),
  blocks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      parameters: z.array(z.string()),
      rows: z.array(
        z.object({ figure: z.string(), label: z.string(), observed: z.number(), error: z.number() }),
      ),
      runs: z.array(
        z.object({
          seed: z.string(),
          stopped: z.string(),
          populations: z.array(
            z.object({
              tolerance: z.number().nullable(),
              simulations: z.number(),
              acceptance: z.number(),
              effectiveSampleSize: z.number(),
            }),
          ),
        }),
      ),
    }),
  ),
  parameters: z.record(z.string(), z.object({ prior: five, posterior: five, rHat: z.number() })),
  correlations: z.array(z.object({ a: z.string(), b: z.string(), r: z.number() })),
});

const files = import.meta.glob<unknown>('./posterior.json', { eager: true, import: 'default' });
const file = files['./posterior.json'];

/** The committed posterior's summary; undefined only before the first fit. The draws lie apart: they are large. */
export const posterior: PosteriorSummary | undefined = file === undefined ? undefined : schema.parse(file);
