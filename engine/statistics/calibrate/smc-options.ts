import { requireCount, requireInput } from '../../input/index.js';
import type { SmcState } from './smc-state.js';

/** Settings of `smc`. */
export interface SmcOptions {
  /** Any non-empty text. */
  readonly seed: string;
  /** Particles a population; default 1,000. */
  readonly particles?: number;
  /** Most populations, the first from the prior; default 10. */
  readonly populations?: number;
  /** Quantile of a population's distances that is the next tolerance, in (0, 1); default 0.5. */
  readonly tolerance?: number;
  /** How a population comes from the last, see `smc`; default 'importance' up to 8 dimensions, then 'metropolis'. */
  readonly moves?: 'importance' | 'metropolis';
  /** Most proposals a call of `simulate`; default `particles`. It does not change the particles. */
  readonly batch?: number;
  /** Stops after a population that accepted a smaller share; default 0.01. */
  readonly minimumAcceptance?: number;
  /** Stops when a population has met this tolerance; default 0. */
  readonly targetTolerance?: number;
  /** Stops at the last complete population when this many simulations are done; default no limit. */
  readonly maximumSimulations?: number;
  /** An earlier state to go on from, with the same problem, seed and settings. */
  readonly resume?: SmcState;
  /** Called after each batch; `progress` is the done share of the population under way. */
  readonly onProgress?: (state: SmcState) => void;
  /** Checked before each batch; when aborted the unfinished state is returned. */
  readonly signal?: { readonly aborted: boolean };
}

/**
 * Importance weights lose about a quarter of the effective size for each dimension that the data leave free: hundreds of
 * a thousand particles remain in eight, a handful in twenty-five, and the posterior shrinks around them.
 */
const mostForImportance = 8;

/** What the options say, the defaults filled in. */
export type SmcSettings = Required<Omit<SmcOptions, 'resume' | 'onProgress' | 'signal'>>;

/** Fills in the defaults. @throws InputError when a setting breaks its rule */
export function smcSettings(options: SmcOptions, dimensions: number): SmcSettings {
  const settings = {
    seed: options.seed,
    particles: options.particles ?? 1000,
    populations: options.populations ?? 10,
    tolerance: options.tolerance ?? 0.5,
    moves:
      options.moves ?? (dimensions > mostForImportance ? ('metropolis' as const) : ('importance' as const)),
    batch: options.batch ?? options.particles ?? 1000,
    minimumAcceptance: options.minimumAcceptance ?? 0.01,
    targetTolerance: options.targetTolerance ?? 0,
    maximumSimulations: options.maximumSimulations ?? Infinity,
  };
  for (const name of ['particles', 'populations', 'batch'] as const) requireCount(name, settings[name], 1);
  const { tolerance } = settings;
  requireInput(
    tolerance > 0 && tolerance < 1,
    'tolerance',
    tolerance,
    'must be between 0 and 1',
    'give a quantile',
  );
  return settings;
}
