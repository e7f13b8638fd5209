import { Command } from 'commander';
import { InputError } from '../../../input/index.js';
import { resultFormats } from '../../../output/index.js';
import { mergeDirectories, readManifest } from '../../../node/store/index.js';
import { oneOf } from '../../input/run-options.js';
import { commandLine } from '../../terminal/command-line.js';
import { interruptible } from '../../terminal/interrupt.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';
import { report } from '../policy/simulate.js';

interface MergeOptions {
  readonly out?: string;
  readonly format?: string;
  readonly json?: true;
}

export function mergeCommand(): Command {
  return new Command('merge')
    .description('join the directories of all shards into the result of the whole run')
    .argument('<dir...>', 'directories that run or compare wrote with --shard')
    .option('--out <dir>', 'the new directory to write')
    .option('--format <name>', `${resultFormats.join(' or ')}; default: that of the first shard`)
    .option('--json', 'print one JSON document, and nothing else, on stdout')
    .action(merge);
}

async function merge(directories: string[], { out, format: name, json }: MergeOptions): Promise<void> {
  if (out === undefined) {
    const remedy = 'name a directory that does not exist yet';
    throw new InputError([{ path: '--out', value: '', rule: 'must be given', remedy }]);
  }
  const format = name === undefined ? undefined : oneOf('--format', name, resultFormats);
  const document = await interruptible((signal) =>
    mergeDirectories(directories, { directory: out, format, commandLine: commandLine(), signal }),
  );
  const { scenarios } = await readManifest(out);
  await writeOut(json ? JSON.stringify(document) : report(document, scenarios));
  tell(`The results are in ${out}`);
}
