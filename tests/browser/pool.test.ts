import { afterAll, describe, expect, test } from 'vitest';
import { compare, inProcess } from '../../engine/ensemble/index.js';
import { webPool } from '../../engine/ensemble/workers/web-pool.js';
import { loadScenario } from '../../engine/scenario/index.js';

const spec = {
  population: 'abc-unified',
  scenarios: ['no-partnership', 'mep'].map((name) => ({ ...loadScenario(name), years: 3 })),
  seed: 'a',
  replicates: 60,
};

describe('web workers', () => {
  const pool = webPool({ workers: 2 });
  afterAll(() => pool.close());

  test('give the document of this thread', async () => {
    expect(await compare(spec, pool)).toEqual(await compare(spec, inProcess()));
  });

  test('give first figures before the whole', async () => {
    const counts: number[] = [];
    const long = { ...spec, replicates: 400 };
    const document = await compare(long, pool, {
      partialOutcomes: ['api'],
      onPartial: ({ done }) => counts.push(done),
    });
    expect(counts.length).toBeGreaterThan(0);
    expect(counts[0]).toBeLessThan(document.replicates);
  });

  test('stop when cancelled, and serve the next run: the latest move wins', async () => {
    const expected = await compare(spec, pool);
    const runs = [1, 2, 3].map(async () => {
      const controller = new AbortController();
      const attempt = compare({ ...spec, replicates: 5000 }, pool, {
        signal: controller.signal,
        onProgress: ({ done }) => done > 0 && controller.abort(),
      });
      await expect(attempt).rejects.toThrow(/abort/i);
    });
    const last = compare(spec, pool);
    await Promise.all(runs);
    expect(await last).toEqual(expected);
  });
});
