import { Command } from 'commander';
import { addRunOptions, type RawRunOptions } from '../input/run-options.js';
import { simulate } from './simulate.js';

export function runCommand(): Command {
  const command = new Command('run')
    .description('simulate one scenario many times: middle value and range of every outcome')
    .argument('<scenario>', 'name (see list) or YAML file');
  return addRunOptions(command).action((scenario: string, options: RawRunOptions) =>
    simulate('run', [scenario], options),
  );
}
