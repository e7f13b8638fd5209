import type { Rule } from './rule.js';
import { rules } from './rules/index.js';

/** What a reader may know of a rule; surfaces show it, and only the kernel runs the rule itself. */
export type RuleDescription = Pick<Rule, 'id' | 'title' | 'what' | 'parameters'>;

/** The steps of the month, in their written order. */
export const ruleDescriptions: readonly RuleDescription[] = rules.map(({ id, title, what, parameters }) => ({
  id,
  title,
  what,
  parameters,
}));
