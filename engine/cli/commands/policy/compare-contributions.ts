import { type ContributionsDocument, differingLevers, leverContributions } from '../../../analysis/index.js';
import { contributionsCsv } from '../../../output/index.js';
import { contributionsReport } from '../../report/contributions-report.js';
import { withPool } from '../with-pool.js';
import type { Supplement } from './supplement.js';

type Documents = Readonly<Record<string, ContributionsDocument>>;

/**
 * What each lever of each scenario contributes to its difference from the baseline, over the futures of the comparison:
 * one document a scenario, by its name.
 *
 * @param outcomes ids
 */
export function compareContributions(outcomes: readonly string[]): Supplement<Documents> {
  return {
    option: '--contributions',
    field: 'contributions',
    announce: ({ scenarios: [baseline, ...others], replicates }) => {
      const subsets = others.map((scenario) => 2 ** differingLevers(scenario, baseline!).length);
      const worlds = subsets.reduce((sum, count) => sum + count, 0) * replicates;
      const times = worlds / replicates / (others.length + 1);
      const text =
        `--contributions runs ${subsets.map(figure).join(' and ')} mixes of levers over ${figure(replicates)} futures: ` +
        `${figure(worlds)} worlds, ${figure(Number(times.toPrecision(2)))} times those of the comparison itself`;
      return { text, worlds };
    },
    compute: ({ scenarios, population, seed, replicates }, options) =>
      withPool(options, 'subset', undefined, async (executor, stage) => {
        const [baseline, ...others] = scenarios;
        const documents: Record<string, ContributionsDocument> = {};
        for (const scenario of others) {
          const spec = { baseline: baseline!, scenario, population, seed, replicates, outcomes };
          documents[scenario.name] = await leverContributions(spec, executor, stage());
        }
        return documents;
      }),
    report: contributionsReport,
    files: (documents) => [
      {
        name: 'contributions.csv',
        text: contributionsCsv(documents),
        holds: 'what each lever adds to an outcome at the horizon: mean, its interval, nine of ten futures',
      },
    ],
    answers: (documents, { scenarios }) =>
      scenarios.slice(1).every(({ name }) => outcomes.every((id) => documents[name]?.outcomes[id])),
  };
}

const figure = (value: number): string => value.toLocaleString('en-US');
