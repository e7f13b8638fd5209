import type { Comparison } from './comparison.js';
import type { Engine } from './engine.js';
import { Observable } from './observable.js';
import { openingComparison } from './opening-comparison.js';
import { setupOf, type Setup } from './setup.js';
import { RunScheduler } from './run-scheduler.js';
import { openState, shownSetup } from './state.js';
import { Store } from './store.js';

/** The scenario that the page opens on, and the baseline it is compared with. */
const OPENING = { scenario: 'mep', baseline: 'no-partnership', seed: '2012' } as const;

/** How long a replay shows the setup before the last change. */
const REPLAY_MS = 1500;

/** Districts times years that 1,000 futures are computed for; larger tasks take fewer futures. */
const WORK = 1000 * 350 * 10;

export interface Session {
  readonly engine: Engine;
  readonly store: Store;
  readonly run: RunScheduler;
  /** Shows the page before the last change, then after it. */
  replay(): void;
}

/**
 * Joins the store to the run scheduler: every change of what is shown asks for its numbers.
 *
 * @param linked what the page opens on in place of its own opening question
 * @param opening finished numbers of the opening question, shown until its run has better ones
 */
export function openSession(engine: Engine, linked?: Setup, opening?: Comparison): Session {
  const setup =
    linked ??
    setupOf(engine.loadScenario(OPENING.scenario), engine.loadScenario(OPENING.baseline), OPENING.seed);
  const store = new Store(openState(setup));
  const run = new RunScheduler(engine.compare, {
    replicates: (setup) => replicatesFor(engine, setup),
    now: () => performance.now() / 1000,
  });
  if (!linked && opening) run.offer(setup, opening);
  let asked: Setup | undefined;
  const ask = (): void => {
    const setup = shownSetup(store.value);
    if (setup !== asked) run.request(setup);
    asked = setup;
  };
  store.subscribe(ask);
  ask();
  return {
    engine,
    store,
    run,
    replay() {
      if (store.value.past.length === 0) return;
      store.dispatch({ type: 'startReplay' });
      setTimeout(() => store.dispatch({ type: 'endReplay' }), REPLAY_MS);
    },
  };
}

/** Whole blocks of 25 that keep a comparison to some seconds: 1,000 for a state, fewer for the nation. */
export function replicatesFor(engine: Engine, { scenario }: Setup): number {
  const districts = engine.populations.find(({ id }) => id === scenario.population)?.districts ?? 350;
  const affordable = Math.floor(WORK / (districts * scenario.years) / 25) * 25;
  return Math.min(1000, Math.max(25, affordable));
}

/** Where a session stands: being opened, open, or impossible and why. */
export type Opening =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly session: Session }
  | { readonly status: 'failed'; readonly reason: string };

/** Opens a session once the engine's code, and the link that came with the address, have arrived. */
export class SessionOpening extends Observable<Opening> {
  constructor(loadEngine: () => Promise<Engine>, readLink: () => Promise<Setup | undefined>) {
    super({ status: 'opening' });
    Promise.all([loadEngine(), readLink(), openingComparison()]).then(
      ([engine, linked, opening]) =>
        this.change({ status: 'open', session: openSession(engine, linked, opening) }),
      (error: unknown) => this.change({ status: 'failed', reason: String(error) }),
    );
  }
}
