import { expect, test } from 'vitest';
import { cutBlocks, ReplicateError, runBlock, worldLength } from '../../engine/ensemble/index.js';
import { drawParameters, parameterValue } from '../../engine/evidence/index.js';
import { outcomeIndex } from '../../engine/model/outcomes/index.js';
import { rootKey } from '../../engine/random/index.js';
import { fakeKernel, scenarioWith, tinyPopulation } from './ensemble-fake-kernel.js';

const months = 13;
const kernel = fakeKernel(tinyPopulation);
const spec = (...scenarios: ReturnType<typeof scenarioWith>[]) => ({ scenarios, seed: 'a', months });
const blocks = cutBlocks(60);

/** Value of an outcome in block values of shape [replicate][scenario][outcome][month]. */
function valueAt(values: Float64Array, scenarios: number, replicate: number, scenario: number, id: string) {
  const series = (replicate * scenarios + scenario) * worldLength(months);
  return values[series + outcomeIndex.get(id)! * months + months - 1]!;
}

test('a replicate does not depend on the block that it is in', () => {
  const scenarios = spec(scenarioWith('a', 5));
  const whole = runBlock(kernel, scenarios, { index: 0, firstReplicate: 0, replicates: 60 });
  const cut = blocks.flatMap((block) => [...runBlock(kernel, scenarios, block)]);
  expect(cut).toEqual([...whole]);
});

test('another scenario beside it does not change a scenario', () => {
  const [a, b, c] = [scenarioWith('a', 0), scenarioWith('b', 5), scenarioWith('c', 9)];
  const alone = runBlock(kernel, spec(b), blocks[1]!);
  const three = runBlock(kernel, spec(a, b, c), blocks[1]!);
  const length = worldLength(months);
  for (let r = 0; r < 25; r++) {
    const from = (3 * r + 1) * length;
    expect(three.slice(from, from + length)).toEqual(alone.slice(r * length, (r + 1) * length));
  }
});

test('the gain is the difference to the world none, also in standard deviations of schools', () => {
  const values = runBlock(kernel, spec(scenarioWith('none', 0), scenarioWith('b', 5)), blocks[0]!);
  for (let r = 0; r < 25; r++) {
    const gain = valueAt(values, 2, r, 1, 'api') - valueAt(values, 2, r, 0, 'api');
    const sd = parameterValue(drawParameters(rootKey('a'), r), 'apiSchoolSd');
    expect(valueAt(values, 2, r, 1, 'apiGain')).toBe(gain);
    expect(valueAt(values, 2, r, 1, 'apiGainSd')).toBe(gain / sd);
    expect(valueAt(values, 2, r, 0, 'apiGain')).toBe(0);
  }
});

test('an assumption replaces one parameter and leaves the others as drawn', () => {
  const seen: Float64Array[] = [];
  const watch = { run: (_: unknown, set: Float64Array) => void seen.push(set.slice()) };
  const assumed = scenarioWith('b', 5, { assumptions: { apiPersistence: 0.25 } });
  runBlock(watch, spec(scenarioWith('a', 5), assumed), { index: 0, firstReplicate: 7, replicates: 1 });
  const drawn = drawParameters(rootKey('a'), 7);
  for (const set of seen) {
    const changed = [...set.keys()].filter((index) => set[index] !== drawn[index]);
    expect(changed.length).toBeLessThanOrEqual(1);
  }
  expect(seen.map((set) => parameterValue(set, 'apiPersistence')).filter((v) => v === 0.25)).toHaveLength(2);
});

test('an error names the replicate and the scenario', () => {
  const broken: typeof kernel = {
    run(scenario, ...rest) {
      if (rest[2] === 30 && scenario.name === 'b') throw new Error('no such rule');
      kernel.run(scenario, ...rest);
    },
  };
  const attempt = () => runBlock(broken, spec(scenarioWith('a', 1), scenarioWith('b', 2)), blocks[1]!);
  expect(attempt).toThrow(ReplicateError);
  expect(attempt).toThrow('replicate 30: scenario b: no such rule');
});

test('a value that is no number is an error, never a result', () => {
  const broken: typeof kernel = {
    run(_scenario, _parameters, _root, replicate, out) {
      out.fill(1);
      if (replicate === 3) out[outcomeIndex.get('cost')! * months + 5] = Number.NaN;
    },
  };
  expect(() => runBlock(broken, spec(scenarioWith('a', 1)), blocks[0]!)).toThrow(
    /replicate 3: scenario none: cost = NaN at month 5/,
  );
});
