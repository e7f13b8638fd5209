import { expect, test } from 'vitest';
import { withoutSchools } from '../../../engine/validation/reported/without-schools.js';
import { drawParameters } from '../../../engine/evidence/index.js';
import { createKernel } from '../../../engine/model/kernel.js';
import { loadPopulation } from '../../../engine/population/index.js';
import { rootKey } from '../../../engine/random/index.js';
import { loadScenario } from '../../../engine/scenario/index.js';

test('districts take the same paths, bit for bit, when their schools are left out', async () => {
  const population = await loadPopulation('massachusetts');
  const kernels = [population, withoutSchools(population)].map(createKernel);
  const scenario = { ...loadScenario('six-levers'), years: 4 };
  const root = rootKey('paths');
  for (const kernel of kernels) kernel.begin(scenario, drawParameters(root, 3), root, 3);
  for (let month = 1; month <= 48; month++) {
    for (const kernel of kernels) kernel.step(month);
    const [whole, bare] = kernels.map(({ model }) => model.state);
    expect(bare!.practice).toEqual(whole!.practice);
    expect(bare!.engagement).toEqual(whole!.engagement);
    expect(bare!.depth).toEqual(whole!.depth);
    expect(bare!.totals).toEqual(whole!.totals);
  }
});
