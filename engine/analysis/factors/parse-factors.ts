import { InputError, type Problem } from '../../input/index.js';
import type { Scenario } from '../../scenario/index.js';
import { defaultFactors, leverAmounts, uncertainAssumptions } from './default-factors.js';
import { type Factor, withRange } from './factor.js';
import { factorCatalogue, findFactor } from './factor-catalogue.js';

/** Several factors by one word. */
const groups: Readonly<Record<string, (scenario: Scenario) => Factor[]>> = {
  default: defaultFactors,
  levers: leverAmounts,
  assumptions: uncertainAssumptions,
  context: (scenario) => factorCatalogue(scenario).filter(({ kind }) => kind === 'context'),
};

/**
 * Reads a list of factors such as `levers,assumptions.apiPersistence=0.1..0.7`: addresses with or without a range, and
 * the words default, levers, assumptions and context for several at once. A later entry replaces an earlier one.
 *
 * @param path name of the option, for messages
 * @throws InputError with every problem of the list
 */
export function parseFactors(text: string, scenario: Scenario, path: string): Factor[] {
  const catalogue = factorCatalogue(scenario);
  const chosen = new Map<string, Factor>();
  const problems: Problem[] = [];
  for (const item of text.split(',').map((part) => part.trim())) {
    try {
      const factors = groups[item]?.(scenario) ?? [parseFactor(item, catalogue, path)];
      for (const factor of factors) chosen.set(factor.address, factor);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...chosen.values()];
}

function parseFactor(item: string, catalogue: readonly Factor[], path: string): Factor {
  const [address = '', range] = item.split('=', 2).map((part) => part.trim());
  const factor = findFactor(catalogue, address, path);
  if (range === undefined) return factor;
  const ends = /^(.+?)\.\.(.+)$/.exec(range);
  return checkedRange(factor, Number(ends?.[1] ?? NaN), Number(ends?.[2] ?? NaN), range, path);
}

/**
 * A factor over a range that a user gives.
 *
 * @param written the range as written, for messages
 * @throws InputError when it is no range or leaves what a scenario accepts
 */
export function checkedRange(
  factor: Factor,
  low: number,
  high: number,
  written: string,
  path: string,
): Factor {
  const [least, most] = factor.limits;
  if (low >= least && low < high && high <= most) return withRange(factor, low + 0, high + 0); // minus zero is zero
  const rule = `must be LOW..HIGH within ${least} and ${most}`;
  const remedy = `for example ${Number(factor.low.toPrecision(3))}..${Number(factor.high.toPrecision(3))}`;
  throw new InputError([{ path, column: factor.address, value: written, rule, remedy }]);
}
