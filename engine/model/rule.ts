import type { Inputs } from './inputs.js';
import type { Luck } from './luck.js';
import type { State } from './state.js';
import type { World } from './world.js';

/** What a rule works on; the same objects for the life of a kernel. */
export interface Model {
  readonly world: World;
  readonly state: State;
  readonly luck: Luck;
  readonly inputs: Inputs;
}

/** One step of the month: one file in rules/ and one line in its index. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** What the rule does, in a sentence for a reader. */
  readonly what: string;
  /** Ids of the parameters it reads. */
  readonly parameters: readonly string[];
  /** Allocates what the rule needs, once a kernel. */
  create(model: Model): Step;
}

export interface Step {
  /** Prepares a run: called after the inputs are set and before the initial state is drawn. */
  begin(): void;
  /** Called once the initial state is drawn, for a rule that needs to know it. */
  ready?(): void;
  /** One tick: month 1 is the first. */
  step(month: number): void;
}
