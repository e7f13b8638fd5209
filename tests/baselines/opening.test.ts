import { expect, it } from 'vitest';
import { compare } from '../../engine/ensemble/compare.js';
import { loadScenario } from '../../engine/scenario/index.js';

/** The question that the page opens on, with few enough futures to be computed again in each test run. */
const opening = { scenario: 'mep', baseline: 'no-partnership', seed: '2012', replicates: 200 } as const;

it('the page opens on a comparison that the engine still gives', async () => {
  const document = await compare({
    scenarios: [loadScenario(opening.baseline), loadScenario(opening.scenario)],
    seed: opening.seed,
    replicates: opening.replicates,
  });
  const comparison = {
    replicates: document.replicates,
    baseline: document.scenarios[opening.baseline],
    scenario: document.scenarios[opening.scenario],
    differences: document.differences[opening.scenario],
  };
  // Five digits draw a chart as well as sixteen; the digests stay those of the exact values.
  const text = JSON.stringify(comparison, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(5)) : value,
  );
  await expect(`${text}\n`).toMatchFileSnapshot('../../ui/public/opening.json');
});
