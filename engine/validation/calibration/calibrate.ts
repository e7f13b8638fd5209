import { parameterIndex } from '../../evidence/index.js';
import type { SmcState } from '../../statistics/index.js';
import { requireCount, requireInput } from '../../input/index.js';
import { attitudesBlock } from './attitudes-block.js';
import type { CalibrationBlock } from './calibration-block.js';
import { calibrationDataHash } from './data-hash.js';
import { drawsOf, fitBlock } from './fit-block.js';
import { statewideBlock } from './statewide-block.js';
import { studyBlock } from './study-block.js';

/** Settings of `calibrate`. */
export interface CalibrateOptions {
  /** Any non-empty text; the same seed gives the same posterior. */
  readonly seed: string;
  /** Particles of each fit; default 640. */
  readonly particles?: number;
  /** Independent fits of each block, 2 or more, pooled and compared; default 2. */
  readonly repeats?: number;
  /** Populations of each fit, at most; default as many as each block wants. */
  readonly populations?: number;
  readonly onProgress?: (progress: CalibrationProgress) => void;
  /** Called with what `resume` takes, after each population. */
  readonly onState?: (state: CalibrationState) => void;
  /** A state of an earlier run with the same seed and settings. */
  readonly resume?: CalibrationState;
  readonly signal?: { readonly aborted: boolean };
}

/** Where a calibration stands, as plain data: it survives JSON. */
export interface CalibrationState {
  readonly seed: string;
  readonly particles: number;
  readonly repeats: number;
  /** SHA-256 of the figures and priors. */
  readonly dataHash: string;
  /** By block and repeat, such as `statewide 1`. */
  readonly fits: Readonly<Record<string, SmcState>>;
}

export interface CalibrationProgress {
  /** Done share of the whole, 0..1. */
  readonly share: number;
  readonly block: string;
  readonly repeat: number;
  readonly population: number;
  /** In sampling errors; null in the first population. */
  readonly tolerance: number | null;
  readonly simulations: number;
}

/** A fitted block: its draws, equally weighted, repeat after repeat, and how each repeat went. */
export interface FittedBlock {
  readonly block: CalibrationBlock;
  /** By repeat. */
  readonly draws: readonly (readonly Float64Array[])[];
  readonly states: readonly SmcState[];
}

export interface Calibration {
  readonly seed: string;
  readonly dataHash: string;
  readonly blocks: readonly FittedBlock[];
  /** Joint draws of all parameters, repeats in turn. */
  readonly draws: readonly Float64Array[];
}

/** Share of the work that each block takes, for the progress: simulations of the state are the dear ones. */
const workOf: Readonly<Record<string, number>> = { statewide: 0.7, attitudes: 0.05, study: 0.25 };

/**
 * Fits the parameters to every figure of role `calibrate` that is not taken directly.
 *
 * Taken directly, hence in no distance: shares outside the fit, as conjugate Beta posteriors (`betaPosterior` in the
 * parameter files); coefficients of the 6,194 schools of California, whose sampling error is negligible; the study's
 * densities and the ratio of its two coefficients. No figure is used in both ways.
 *
 * @returns undefined when the signal aborts; `onState` has then received what `resume` takes
 * @throws InputError when a setting breaks its rule or the state to resume belongs to other settings or data
 */
export async function calibrate(options: CalibrateOptions): Promise<Calibration | undefined> {
  const { seed, particles = 640, repeats = 2, resume, signal } = options;
  requireCount('particles', particles, 50);
  requireCount('repeats', repeats, 2);
  const start: CalibrationState = { seed, particles, repeats, dataHash: calibrationDataHash(), fits: {} };
  for (const name of ['seed', 'particles', 'repeats', 'dataHash'] as const) {
    const holds = resume === undefined || resume[name] === start[name];
    const rule = `must be ${start[name]}, as in this run`;
    requireInput(holds, `resume.${name}`, resume?.[name], rule, 'start anew, without the earlier state');
  }
  const session = { ...options, particles, repeats, state: resume ?? start, done: 0 };

  const statewide = await fitRepeats(await statewideBlock(), session);
  if (signal?.aborted || !statewide) return undefined;
  const attitudes = await fitRepeats(await attitudesBlock(statewide.draws.flat()), session);
  if (signal?.aborted || !attitudes) return undefined;
  const study = await fitRepeats(await studyBlock(), session);
  if (signal?.aborted || !study) return undefined;
  const blocks = [statewide, attitudes, study];
  return { seed, dataHash: start.dataHash, blocks, draws: joinDraws(blocks) };
}

interface Session extends CalibrateOptions {
  readonly particles: number;
  readonly repeats: number;
  state: CalibrationState;
  done: number;
}

async function fitRepeats(wanted: CalibrationBlock, session: Session): Promise<FittedBlock | undefined> {
  const populations = Math.min(wanted.populations, session.populations ?? Infinity);
  const block = { ...wanted, populations };
  const states: SmcState[] = [];
  for (let repeat = 1; repeat <= session.repeats; repeat++) {
    const name = `${block.id} ${repeat}`;
    const earlier = session.state.fits[name];
    const work = workOf[block.id]! / session.repeats;
    let complete = earlier?.history.length ?? 0;
    const state = await fitBlock(block, {
      seed: `${session.seed} ${repeat}`,
      particles: session.particles,
      ...(earlier && { resume: earlier }),
      ...(session.signal && { signal: session.signal }),
      onProgress(now) {
        const { population, tolerance, simulations, progress, history } = now;
        const share = session.done + (work * Math.min(population + progress, populations)) / populations;
        session.onProgress?.({ share, block: block.title, repeat, population, tolerance, simulations });
        if (history.length === complete) return;
        complete = history.length;
        session.state = { ...session.state, fits: { ...session.state.fits, [name]: now } };
        session.onState?.(session.state);
      },
    });
    if (state.stopped === null) return undefined;
    session.done += work;
    states.push(state);
  }
  return { block, states, draws: states.map((state) => drawsOf(block, state, session.particles)) };
}

/** The first block's draws with the other blocks' parameters put in: given the data, blocks are independent. */
function joinDraws([first, ...others]: readonly FittedBlock[]): Float64Array[] {
  return inTurn(first!.draws).map((draw, index) => {
    const joint = draw.slice();
    for (const { block, draws } of others) {
      const other = inTurn(draws)[index]!;
      for (const id of [...block.parameters, ...(block.carried ?? [])])
        joint[parameterIndex.get(id)!] = other[parameterIndex.get(id)!]!;
    }
    return joint;
  });
}

/** One draw of each repeat after the other, so that the first few draws stand for all repeats. */
function inTurn(draws: readonly (readonly Float64Array[])[]): Float64Array[] {
  return draws[0]!.flatMap((_, index) => draws.map((repeat) => repeat[index]!));
}
