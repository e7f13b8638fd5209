import { type ContributionsDocument, leverContributions } from '../../analysis/index.js';
import type { Plan } from '../../ensemble/index.js';
import type { RunOptions } from '../input/run-options.js';
import { runStudy } from './study.js';

/** Subsets of six levers are many; the mean over this many futures is sharp enough, as all subsets share them. */
const mostReplicates = 200;

/**
 * What each lever of each scenario contributes to its difference from the baseline.
 *
 * @param plan of the comparison; the first scenario is the baseline
 * @returns one document a scenario, by its name
 */
export async function compareContributions(
  { scenarios, population, seed }: Plan,
  outcomes: readonly string[],
  options: RunOptions,
): Promise<Record<string, ContributionsDocument>> {
  const [baseline, ...others] = scenarios;
  if (!baseline) return {};
  const replicates = Math.min(options.replicates, mostReplicates);
  return runStudy(options, 'subset', 'Interrupted.', async (executor, stage) => {
    const documents: Record<string, ContributionsDocument> = {};
    for (const scenario of others) {
      const spec = { baseline, scenario, population, seed, replicates, outcomes };
      documents[scenario.name] = await leverContributions(spec, executor, stage());
    }
    return documents;
  });
}
