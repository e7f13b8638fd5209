import { Command } from 'commander';
import { InputError, nameRemedy } from '../../input/index.js';
import { withExample } from '../terminal/example.js';

export function helpCommand(): Command {
  const command = new Command('help')
    .description('tell the arguments and options of a command')
    .argument('[command...]', 'such as run, or population import')
    .action((names: readonly string[], _, own: Command) => {
      named(own.parent ?? own, names).help();
    });
  return withExample(command, 'accord-sim help population import');
}

/** The command that the words lead to, from a command down to those below it. */
function named(command: Command, [name, ...deeper]: readonly string[]): Command {
  if (name === undefined) return command;
  const found = command.commands.find((one) => one.name() === name);
  if (found) return named(found, deeper);
  const known = command.commands.map((one) => one.name());
  const rule = 'must be the name of a command';
  throw new InputError([
    { path: 'help', value: name, rule, remedy: nameRemedy(name, known, 'see accord-sim help') },
  ]);
}
