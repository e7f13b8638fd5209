import { Command } from 'commander';
import { splitVariance, type VarianceSplit } from '../../../analysis/index.js';
import { simulationOptions } from '../../input/option-sets.js';
import { withExample } from '../../terminal/example.js';
import { Gather } from '../../input/gather.js';
import { type RawShared, shareOptions } from '../../input/shared-options.js';
import { splitReport } from '../../report/split-report.js';
import { simulate } from './simulate.js';
import { withPool } from '../with-pool.js';
import type { Supplement } from './supplement.js';

interface OwnOptions extends RawShared {
  readonly split?: true;
}

export function runCommand(): Command {
  const command = new Command('run')
    .description('simulate one scenario many times: middle value and range of every outcome')
    .argument('<scenario>', 'name (see list) or YAML file')
    .option('--split', 'also how much of each range comes of the parameters and how much of luck');
  shareOptions(command, simulationOptions).action((scenario: string, { split, ...options }: OwnOptions) =>
    simulate('run', [scenario], options, new Gather(), split ? splitRange : undefined),
  );
  return withExample(command, 'accord-sim run mep --population abc-unified --replicates 100 --out mep-bands');
}

/** As many futures again, several with each parameter draw. */
const splitRange: Supplement<VarianceSplit> = {
  option: '--split',
  field: 'split',
  compute: ({ scenarios, population, seed, replicates }, options) =>
    withPool(options, 'block', undefined, (executor, stage) =>
      splitVariance({ scenario: scenarios[0]!, population, seed, replicates }, executor, stage()),
    ),
  report: splitReport,
};
