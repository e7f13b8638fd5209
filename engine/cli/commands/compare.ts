import { Command } from 'commander';
import { addRunOptions, type RawRunOptions } from '../input/run-options.js';
import { simulate } from './simulate.js';

export function compareCommand(): Command {
  const command = new Command('compare')
    .description('compare scenarios with a baseline, future by future, all with the same luck')
    .argument('<baseline>', 'name (see list) or YAML file, such as no-partnership')
    .argument('<scenario...>', 'names or YAML files');
  return addRunOptions(command)
    .addHelpText(
      'after',
      '\n--set changes levers, context and delays in the scenarios only, so that the baseline stays what it is;' +
        '\nassumptions and years change in all.',
    )
    .action((baseline: string, scenarios: string[], options: RawRunOptions) =>
      simulate('compare', [baseline, ...scenarios], options),
    );
}
