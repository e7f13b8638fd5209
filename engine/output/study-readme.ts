import { causalCaveat, citation } from '../telling/caveats.js';
import { version } from '../ensemble/index.js';

export interface StudyReadme {
  /** What was done, as a title without a full stop. */
  readonly what: string;
  /** Each file and what is in it. */
  readonly files: Readonly<Record<string, string>>;
  readonly commandLine: string;
  /** Further lines, before the command. */
  readonly notes?: readonly string[];
}

/** README.txt of a study's directory: what is in it, how to make it again and how to cite it. */
export function studyReadme({ what, files, commandLine, notes = [] }: StudyReadme): string {
  const width = Math.max(...Object.keys(files).map((name) => name.length)) + 2;
  return [
    `${what}.`,
    '',
    ...Object.entries(files).map(([name, content]) => `${name.padEnd(width)}${content}`),
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
    'To make it again:',
    '',
    `  ${commandLine}`,
    '',
    'To cite it:',
    '',
    ...citation(version, what).map((line) => `  ${line}`),
    '',
    causalCaveat,
    '',
  ].join('\n');
}
