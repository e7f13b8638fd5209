import type { BlockSpec } from './block.js';
import type { Block } from './block-range.js';
import { worldLength } from './futures.js';

/** Numbers in the values of some replicates. */
export function valuesLength({ scenarios, months }: BlockSpec, replicates: number): number {
  return replicates * scenarios.length * worldLength(months);
}

/**
 * What a worker is asked, before it computes.
 *
 * @throws RangeError that names what is not as it must be
 */
export function checkSpec({ scenarios, seed, months }: BlockSpec, block: Block): void {
  const { firstReplicate, replicates } = block;
  must(Array.isArray(scenarios) && scenarios.length > 0, 'scenarios', scenarios.length, 'must not be empty');
  must(typeof seed === 'string' && seed !== '', 'seed', seed, 'must be a text');
  for (const { name, years } of scenarios) {
    must(12 * years + 1 === months, `months of ${name}`, 12 * years + 1, `must be ${months}`);
  }
  must(isCount(firstReplicate, 0), 'firstReplicate', firstReplicate, 'must be a whole number from 0');
  must(isCount(replicates, 1), 'replicates', replicates, 'must be a whole number from 1');
}

/**
 * What a worker has given.
 *
 * @throws RangeError when values are missing, too many or no numbers
 */
export function checkValues(values: unknown, length: number): Float64Array {
  const found = values instanceof Float64Array ? values.length : typeof values;
  must(found === length, 'values of the worker', found, `must be ${length} numbers`);
  const bad = (values as Float64Array).findIndex((value) => !Number.isFinite(value));
  must(bad < 0, `value ${bad} of the worker`, (values as Float64Array)[bad], 'must be a finite number');
  return values as Float64Array;
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function must(holds: boolean, what: string, found: unknown, rule: string): void {
  if (!holds) throw new RangeError(`${what} = ${String(found)} ${rule}`);
}
