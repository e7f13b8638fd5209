import {
  type Bands,
  type CancelSignal,
  compare,
  type CompareDocument,
  type DifferenceBands,
  ensemble,
  type Executor,
  inProcess,
  type PartialResult,
  type Progress,
  type RunDocument,
} from './ensemble/index.js';
import { hasWebWorkers, webPool } from './ensemble/workers/web-pool.js';
import { InputError, nameRemedy } from './input/index.js';
import type { Population } from './population/index.js';
import { addMonths, applySettings, loadScenario, monthsBetween, type Scenario } from './scenario/index.js';

export interface AccordOptions {
  /** Workers at most, one a core where it is left out. */
  readonly workers?: number | undefined;
}

export interface RunOptions {
  /** Any text but the empty one; the same seed gives the same numbers everywhere. */
  readonly seed: string;
  /** Simulated futures: replicates that all scenarios share. */
  readonly futures: number;
  /** A population or the name of a bundled one; where it is left out, the one that the scenarios name. */
  readonly population?: Population | string | undefined;
  /** Horizon of all scenarios; where it is left out, as each says. */
  readonly years?: number | undefined;
  /** Called with first figures that refine, at 16, 32, 64, ... futures. */
  readonly onPartial?: ((partial: PartialResult) => void) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Stops the run within 200 ms. */
  readonly signal?: CancelSignal | undefined;
}

/** The bands of one outcome or of one difference. */
export interface Series<T extends Bands> {
  /** Every month: index k is the state after k months. */
  readonly bands: T;
  /**
   * Mean and quantiles of one month.
   *
   * @param month "YYYY-MM"; the end of the horizon where it is left out
   * @throws InputError when the run does not reach that month
   */
  at(month?: string): Readonly<Record<keyof Bands, number>>;
}

export interface ScenarioAnswer {
  /** SHA-256 of all futures, in hexadecimal. */
  readonly digest: string;
  /** @throws InputError when there is no such outcome */
  outcome(id: string): Series<Bands>;
}

export interface RunAnswer extends ScenarioAnswer {
  /** What `accord-sim run --json` prints. */
  readonly document: RunDocument;
}

export interface Comparison {
  /** What `accord-sim compare --json` prints. */
  readonly document: CompareDocument;
  /** @throws InputError when no scenario has that name */
  scenario(name: string): ScenarioAnswer;
  /**
   * Scenario minus baseline, future by future.
   *
   * @throws InputError when no scenario but the baseline has that name, or there is no such outcome
   */
  difference(name: string, outcome: string): Series<DifferenceBands>;
}

/** The library with its workers; names are accepted wherever scenarios and populations are. */
export interface Accord {
  /**
   * Many futures of one scenario, as `accord-sim run`.
   *
   * @throws InputError when something given is wrong
   */
  run(scenario: Scenario | string, options: RunOptions): Promise<RunAnswer>;
  /**
   * Paired comparison under common random numbers; the first scenario is the baseline.
   *
   * @throws InputError when something given is wrong
   */
  compare(scenarios: readonly (Scenario | string)[], options: RunOptions): Promise<Comparison>;
  /** Ends the workers; runs under way fail. */
  close(): Promise<void>;
}

/** Opens the library on web workers, or on this thread where the runtime has none. The caller closes it. */
export function open({ workers }: AccordOptions = {}): Accord {
  return openOn(hasWebWorkers() ? webPool(workers === undefined ? {} : { workers }) : inProcess());
}

/** The library on workers of any kind, which it ends when it is closed. */
export function openOn(executor: Executor): Accord {
  return {
    async run(scenario, options) {
      const given = read(scenario, options);
      const document = await ensemble(specOf([given], options), executor, options);
      return { document, ...answer(document.outcomes, document.digest, given.firstMonth) };
    },
    async compare(scenarios, options) {
      const given = scenarios.map((scenario) => read(scenario, options));
      const document = await compare(specOf(given, options), executor, options);
      const firstMonth = new Map(given.map((scenario) => [scenario.name, scenario.firstMonth]));
      return {
        document,
        scenario(name) {
          const { outcomes, digest } = pick(document.scenarios, name, 'scenario');
          return answer(outcomes, digest, firstMonth.get(name)!);
        },
        difference(name, outcome) {
          const bands = pick(pick(document.differences, name, 'scenario'), outcome, 'outcome');
          return series(bands, firstMonth.get(name)!);
        },
      };
    },
    close: () => executor.close(),
  };
}

function read(scenario: Scenario | string, { years }: RunOptions): Scenario {
  const whole = typeof scenario === 'string' ? loadScenario(scenario) : scenario;
  return years === undefined ? whole : applySettings(whole, [`years=${years}`], 'years');
}

function specOf(scenarios: readonly Scenario[], { seed, futures, population }: RunOptions) {
  return { scenarios, seed, replicates: futures, ...(population !== undefined && { population }) };
}

function answer(
  outcomes: Readonly<Record<string, Bands>>,
  digest: string,
  firstMonth: string,
): ScenarioAnswer {
  return { digest, outcome: (id) => series(pick(outcomes, id, 'outcome'), firstMonth) };
}

function series<T extends Bands>(bands: T, firstMonth: string): Series<T> {
  const last = bands.mean.length - 1;
  return {
    bands,
    at(month) {
      const index = month === undefined ? last : monthsBetween(firstMonth, month);
      const of = (name: keyof Bands): number => {
        const value = bands[name][index];
        if (value !== undefined) return value;
        const rule = `must be a month from ${firstMonth} to ${addMonths(firstMonth, last)}`;
        throw new InputError([{ path: 'month', value: String(month), rule, remedy: 'write it as YYYY-MM' }]);
      };
      const [q05, q25, q50, q75, q95] = [of('q05'), of('q25'), of('q50'), of('q75'), of('q95')];
      return { mean: of('mean'), q05, q25, q50, q75, q95 };
    },
  };
}

/** @throws InputError when there is no such entry */
function pick<T>(table: Readonly<Record<string, T>>, name: string, path: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(table);
  const rule = `must be one of the ${names.length} of this result`;
  throw new InputError([{ path, value: name, rule, remedy: nameRemedy(name, names) }]);
}
