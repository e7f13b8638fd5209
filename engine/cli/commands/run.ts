import { Command } from 'commander';
import { splitVariance } from '../../analysis/index.js';
import type { Plan } from '../../ensemble/index.js';
import { Gather } from '../input/gather.js';
import { addRunOptions, type RawRunOptions, type RunOptions } from '../input/run-options.js';
import { splitReport } from '../report/split-report.js';
import { simulate, type Supplement } from './simulate.js';
import { runStudy } from './study.js';

interface OwnOptions extends RawRunOptions {
  readonly split?: true;
}

export function runCommand(): Command {
  const command = new Command('run')
    .description('simulate one scenario many times: middle value and range of every outcome')
    .argument('<scenario>', 'name (see list) or YAML file')
    .option('--split', 'also how much of each range comes of the parameters and how much of luck');
  return addRunOptions(command).action((scenario: string, { split, ...options }: OwnOptions) =>
    simulate('run', [scenario], options, new Gather(), split ? splitRange : undefined),
  );
}

/** As many futures again, several with each parameter draw. */
async function splitRange({ scenarios, population, seed }: Plan, options: RunOptions): Promise<Supplement> {
  const { replicates } = options;
  const split = await runStudy(options, 'block', 'Interrupted.', (executor, stage) =>
    splitVariance({ scenario: scenarios[0]!, population, seed, replicates }, executor, stage()),
  );
  return { fields: { split }, text: splitReport(split) };
}
