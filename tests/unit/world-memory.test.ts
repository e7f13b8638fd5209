import { expect, test } from 'vitest';
import { rememberWorlds } from '../../engine/ensemble/workers/world-memory.js';
import { rootKey } from '../../engine/random/index.js';
import { loadScenario } from '../../engine/scenario/index.js';

const baseline = loadScenario('no-partnership');
const moved = (years: number) => ({ ...loadScenario('mep'), years });

/** A kernel whose values tell what it was asked for, and how often it ran. */
function countingKernel() {
  let runs = 0;
  const kernel = rememberWorlds({
    run(scenario, _parameters, root, replicate, out) {
      runs++;
      out.fill(scenario.years + replicate / 1000 + (root[0]! % 7));
    },
  });
  return {
    value(scenario: typeof baseline, replicate: number, seed = 'a'): number {
      const out = new Float64Array(3);
      kernel.run(scenario, new Float64Array(0), rootKey(seed), replicate, out);
      return out[2]!;
    },
    get runs() {
      return runs;
    },
  };
}

test('a baseline is computed once, however often another scenario stands beside it', () => {
  const kernel = countingKernel();
  for (const years of [1, 2, 3, 4]) {
    for (let replicate = 0; replicate < 5; replicate++) {
      expect(kernel.value({ ...baseline, name: `compared ${String(years)}` }, replicate)).toBe(
        kernel.value({ ...baseline }, replicate),
      );
      kernel.value(moved(years), replicate);
    }
  }
  expect(kernel.runs).toBe(5 + 4 * 5);
});

test('another seed, replicate, assumption or lever is another world', () => {
  const kernel = countingKernel();
  kernel.value(baseline, 0);
  const others: (() => number)[] = [
    () => kernel.value(baseline, 0, 'b'),
    () => kernel.value(baseline, 1),
    () => kernel.value({ ...baseline, assumptions: { qualityEffect: 3 } }, 0),
    () => kernel.value({ ...baseline, years: 3 }, 0),
  ];
  others.forEach((ask, index) => {
    ask();
    expect(kernel.runs).toBe(index + 2);
  });
});
