import { Command } from 'commander';
import { version } from '../ensemble/index.js';
import { commands } from './commands/index.js';

/** Heads of the help's groups by the folders of the commands. */
const groups: Readonly<Record<string, string>> = {
  policy: 'Scenarios, and what comes of them:',
  research: 'Many scenarios and assumptions:',
  evidence: 'The model against its sources:',
  batch: 'Results in directories:',
};

/** The whole command line. Parse errors and help are thrown as CommanderError, after they have been printed. */
export function createProgram(): Command {
  const program = new Command('accord-sim')
    .description(
      'Simulates how policy moves school districts from adversarial bargaining to lasting partnership.',
    )
    .version(version)
    .addHelpText(
      'after',
      '\nTry:  accord-sim compare no-partnership mep six-levers\n\n' +
        'Exit codes: 0 done, 1 failed run, 2 bad input, 130 interrupted.',
    );
  for (const [folder, those] of Object.entries(commands)) {
    for (const create of those) {
      const command = create().helpGroup(groups[folder] ?? folder);
      program.addCommand(command, { hidden: command.name() === 'slurm-task' });
    }
  }
  return configure(program);
}

/** Settings that commander does not hand down to commands made elsewhere. */
function configure(command: Command): Command {
  command.exitOverride().showHelpAfterError(false).helpCommand(false);
  command.configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'accord-sim: ')) });
  command.commands.forEach(configure);
  return command;
}
