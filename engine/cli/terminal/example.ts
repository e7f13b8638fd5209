import type { Command } from 'commander';

/**
 * Ends the help of a command with an example that can be typed as it stands, in an empty folder.
 *
 * @param lines whole commands, in order
 */
export function withExample(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExample:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
