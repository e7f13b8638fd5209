import { InputError } from './problem.js';

/**
 * Stops with the rule and the remedy when an argument breaks its rule.
 *
 * @throws InputError naming the path, the value, the rule and the remedy
 */
export function requireInput(
  holds: boolean,
  path: string,
  value: unknown,
  rule: string,
  remedy: string,
): asserts holds {
  if (!holds) throw new InputError([{ path, value: String(value), rule, remedy }]);
}

/** Requires an integer of at least `least`. */
export function requireCount(path: string, value: number, least: number): void {
  const holds = Number.isInteger(value) && value >= least;
  requireInput(holds, path, value, `must be an integer of at least ${least}`, 'give a larger whole number');
}

/** Requires as many finite responses as the design has points. */
export function requireResponses(response: ArrayLike<number>, expected: number, design: string): void {
  requireInput(
    response.length === expected,
    'response.length',
    response.length,
    `must be ${expected}, one response for each point of the ${design}`,
    "evaluate every point of the sample, in the sample's order",
  );
  const bad = Array.prototype.findIndex.call(response, (value: number) => !Number.isFinite(value));
  const remedy = 'leave no failed run in the response: repair it or drop its whole trajectory or row';
  requireInput(bad < 0, `response[${bad}]`, response[bad], 'must be a finite number', remedy);
}
