import { shellLine } from '../../output/index.js';

/** The command as typed, quoted so that a shell reads it back. */
export function commandLine(args: readonly string[] = process.argv.slice(2)): string {
  return shellLine(['accord-sim', ...args]);
}

/** The same command, going on where an interrupted run stopped. */
export function resumeCommand(args: readonly string[] = process.argv.slice(2)): string {
  return commandLine(args.includes('--resume') ? args : [...args, '--resume']);
}
