import { levers, type Lever } from './levers/index.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';

/** What a reader may know of a rule; surfaces show it, and only the kernel runs the rule itself. */
export type RuleDescription = Omit<Rule, 'create'>;

/** The steps of the month, in their written order. */
export const ruleDescriptions: readonly RuleDescription[] = rules.map(
  ({ id, title, what, reads, levers: own }) => ({
    id,
    title,
    what,
    reads,
    levers: own,
  }),
);

/** The rules that read a lever, or a parameter through which it acts and no other lever does. */
export function rulesOf({ id, parameters }: Lever): readonly RuleDescription[] {
  const others = levers.filter((lever) => lever.id !== id).flatMap((lever) => lever.parameters);
  const own = parameters.filter((parameter) => !others.includes(parameter));
  return ruleDescriptions.filter(
    (rule) => rule.levers.includes(id) || own.some((parameter) => rule.reads.includes(parameter)),
  );
}
