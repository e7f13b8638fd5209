import { shellLine, shellWords } from './shell-line.js';

/** Options that say where files go, what is printed or that a run was gone on with. */
const flags = ['--resume', '--json', '--quiet'];

/**
 * A command line without what does not belong to its result: what is printed, and that an interrupted run was gone on
 * with. The directory that it writes to becomes DIR.
 *
 * @param options more options that take a value, to be left out
 */
export function reproducingCommand(commandLine: string, options: readonly string[] = []): string {
  const kept: string[] = [];
  const words = shellWords(commandLine);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const name = word.replace(/=[^]*/, '');
    const takesNext = name === word;
    if (flags.includes(word)) continue;
    if (name === '--out') kept.push('--out', 'DIR');
    else if (!options.includes(name)) {
      kept.push(word);
      continue;
    }
    if (takesNext) at++;
  }
  return shellLine(kept);
}
