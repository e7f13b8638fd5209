import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { drawParameters } from '../../engine/evidence/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { loadPopulation } from '../../engine/population/index.js';
import { rootKey } from '../../engine/random/index.js';
import { createKernel } from '../../engine/run.js';
import { loadScenario } from '../../engine/scenario/index.js';

const replicates = 15;

/** Every bit of a few replicates, and the middle of each outcome in words: a change of results shows in both. */
test.each(['no-partnership', 'mep', 'six-levers'])('%s in Massachusetts is what it was', async (name) => {
  const kernel = createKernel(await loadPopulation('massachusetts'));
  const scenario = loadScenario(name);
  const root = rootKey('a');
  const months = 12 * scenario.years + 1;
  const hash = sha256.create();
  const runs = Array.from({ length: replicates }, (_, replicate) => {
    const out = new Float64Array(outcomes.length * months);
    kernel.run(scenario, drawParameters(root, replicate, scenario.assumptions), root, replicate, out);
    hash.update(new Uint8Array(out.buffer));
    return out;
  });
  const middle = (outcome: number, month: number): number =>
    runs.map((out) => out[outcome * months + month]!).sort((a, b) => a - b)[(replicates - 1) / 2]!;
  const medians = Object.fromEntries(
    outcomes.map(({ id }, outcome) => [id, [0, 24, 60, 120].map((month) => middle(outcome, month))]),
  );
  expect({ digest: bytesToHex(hash.digest()), medians }).toMatchSnapshot();
});
