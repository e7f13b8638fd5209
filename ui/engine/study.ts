import { unidentified } from '../../engine/analysis/factors/default-factors.js';
import { parseFactors } from '../../engine/analysis/factors/parse-factors.js';
import { screenFactors } from '../../engine/analysis/sensitivity/screen-factors.js';
import { sensitivity } from '../../engine/analysis/sensitivity/sensitivity.js';
import type { Executor } from '../../engine/ensemble/executor.js';
import type { Population } from '../../engine/population/index.js';
import type { LegHooks } from './leg.js';
import { sobolFactors, type Study, type StudySpec } from './study-spec.js';
import { tornado } from '../../engine/analysis/sensitivity/tornado.js';

/** @throws the signal's reason when stopped; Error naming the point that failed */
export async function runStudy(
  { scenario, seed, outcome, method, vary, samples, replicates }: StudySpec,
  population: Population,
  pool: Executor,
  hooks: LegHooks,
): Promise<Study> {
  const { signal } = hooks;
  const factors = parseFactors(vary, scenario, 'factors');
  const spec = { population, seed, replicates, outcomes: [outcome], scenario, factors };
  if (method === 'tornado') {
    return { kind: 'tornado', tornado: await tornado(scenario, factors, spec, pool, hooks) };
  }
  let before = 0;
  let kept = factors;
  if (method === 'sobol' && factors.length > sobolFactors) {
    const after = samples * (2 * sobolFactors + 2) * replicates;
    const screening = ({ done, total }: { done: number; total: number }): void => {
      before = total;
      hooks.onProgress({ done, total: total + after });
    };
    kept = await screenFactors(spec, sobolFactors, unidentified, pool, { signal, onProgress: screening });
  }
  const { document } = await sensitivity(
    {
      ...spec,
      factors: kept,
      method,
      samples,
      screenedOut: factors.filter((one) => !kept.includes(one)).map(({ address }) => address),
    },
    pool,
    {
      signal,
      onProgress: ({ done, total }) => hooks.onProgress({ done: before + done, total: before + total }),
    },
  );
  return { kind: 'indices', document };
}
