import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare, inProcess, type Executor } from '../../engine/ensemble/index.js';
import { nodePool } from '../../engine/node/pool.js';
import { loadScenario } from '../../engine/scenario/index.js';

const workerUrl = new URL('../../dist/engine/worker.js', import.meta.url);

beforeAll(() => {
  if (!existsSync(fileURLToPath(workerUrl))) {
    throw new Error('dist/engine/worker.js is missing: run `npm run build:engine` before these tests');
  }
});

const spec = {
  population: 'abc-unified',
  scenarios: ['no-partnership', 'mep'].map((name) => ({ ...loadScenario(name), years: 2 })),
  seed: 'a',
  replicates: 60,
};

describe('worker threads', () => {
  const pools: Executor[] = [];
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  test('give the document of this thread, however many they are', async () => {
    const expected = await compare(spec, inProcess());
    for (const workers of [1, 2, 4]) {
      const pool = nodePool({ workers, workerUrl });
      pools.push(pool);
      expect(await compare(spec, pool)).toEqual(expected);
    }
  });

  test('serve run after run, cancelled or not', async () => {
    const pool = nodePool({ workers: 2, workerUrl });
    pools.push(pool);
    const first = await compare(spec, pool);
    for (let run = 0; run < 3; run++) {
      const controller = new AbortController();
      const attempt = compare({ ...spec, replicates: 5000 }, pool, {
        signal: controller.signal,
        onProgress: ({ done }) => done > 10 && controller.abort(),
      });
      await expect(attempt).rejects.toThrow(/abort/i);
    }
    expect(await compare(spec, pool)).toEqual(first);
  });
});

/** A worker program that fails when its first block comes. */
const failing = (what: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ path }) => { if (path?.[0] === 'runBlock') { ${what} } });`,
    )}`,
  );

describe('a worker thread that', () => {
  test.each([
    ['exits', 'process.exit(7)', 'exited with code 7'],
    ['throws', "setImmediate(() => { throw new Error('boom') })", 'boom'],
    ['hangs', 'for (;;);', 'no sign of life'],
    ['cannot be loaded', '', 'Cannot find module'],
  ])('%s gives an error that names the replicate', async (_, what, words) => {
    const url = what === '' ? new URL('./no-such-file.js', workerUrl) : failing(what);
    const pool = nodePool({ workers: 1, workerUrl: url, hangMs: what.startsWith('for') ? 300 : 60_000 });
    const attempt = compare(spec, pool);
    await expect(attempt).rejects.toThrow(/^replicate 0 \(block 0, replicates 0 to 24\): /);
    await expect(attempt).rejects.toThrow(words);
    await pool.close();
  });

  test('does not listen is stopped by a cancel all the same', async () => {
    const pool = nodePool({ workers: 2, workerUrl: failing('for (;;);') });
    const controller = new AbortController();
    const attempt = compare(spec, pool, { signal: controller.signal });
    const failed = expect(attempt).rejects.toThrow('enough');
    setImmediate(() => controller.abort(new Error('enough')));
    await failed;
    await pool.close();
  });
});
