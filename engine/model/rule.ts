import type { Inputs, Readings, RuleInputs } from './inputs.js';
import type { LeverId } from './levers/index.js';
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

/** The same with the levers that are declared, and no parameter but by a declared name. */
export interface RuleModel<L extends LeverId> extends Omit<Model, 'inputs'> {
  readonly inputs: RuleInputs<L>;
}

interface RuleWords {
  readonly id: string;
  readonly title: string;
  /** What the rule does, in a sentence for a reader. */
  readonly what: string;
}

/** One step of the month: one file in rules/ and one line in its index. */
export interface Rule extends RuleWords {
  /** Ids of the parameters it reads. */
  readonly reads: readonly string[];
  /** Ids of the levers it reads. */
  readonly levers: readonly LeverId[];
  /** Allocates what the rule needs, once a kernel. */
  create(model: Model): Step;
}

interface RuleDeclaration<R extends readonly string[], L extends readonly LeverId[]> extends RuleWords {
  readonly reads: R;
  readonly levers: L;
  /** @param p the parameters that it reads, by id; set anew at every run */
  create(model: RuleModel<L[number]>, p: Readings<R>): Step;
}

/** A rule can read the parameters and levers that it declares, those of what it is composed of included, and no other. */
export function defineRule<const R extends readonly string[], const L extends readonly LeverId[]>(
  declaration: RuleDeclaration<R, L>,
): Rule {
  const { reads, levers } = declaration;
  return {
    ...declaration,
    reads: [...new Set(reads)],
    levers: [...new Set(levers)],
    create: (model) => declaration.create(model, model.inputs.read(reads)),
  };
}

export interface Step {
  /** Prepares a run: called after the inputs are set and before the initial state is drawn. */
  begin(): void;
  /** Called once the initial state is drawn, for a rule that needs to know it. */
  ready?(): void;
  /** One tick: month 1 is the first. */
  step(month: number): void;
}
