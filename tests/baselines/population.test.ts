import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { loadPopulation, populationNames } from '../../engine/population/index.js';

/** Every column of every population: a change of one bit is a change of results. */
test.each(populationNames)('$id is what it was', async ({ id }) => {
  const hash = sha256.create();
  const { source: _, title: __, ...population } = await loadPopulation(id);
  const text = JSON.stringify(population, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array, String) : value,
  );
  hash.update(new TextEncoder().encode(text));
  expect(bytesToHex(hash.digest())).toMatchSnapshot();
});
