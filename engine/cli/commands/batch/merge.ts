import { Command } from 'commander';
import { mergeDirectories, readManifest } from '../../../node/store/index.js';
import { Gather } from '../../input/gather.js';
import { type RawShared, readShared, requireOut, shareOptions } from '../../input/shared-options.js';
import { withExample } from '../../terminal/example.js';
import { commandLine } from '../../terminal/command-line.js';
import { interruptible } from '../../terminal/interrupt.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';
import { report } from '../policy/simulate.js';

export function mergeCommand(): Command {
  const command = new Command('merge')
    .description('join the directories of all shards into the result of the whole run')
    .argument('<dir...>', 'directories that run or compare wrote with --shard')
    .usage('<dir...> --out <dir> [options]');
  shareOptions(command, { out: true, format: true, json: true })
    .addHelpText('after', '\nWithout --format the rows are written as those of the first part are.')
    .action(merge);
  return withExample(
    command,
    'accord-sim run mep --years 2 --replicates 60 --shard 1/2 --out part1',
    'accord-sim run mep --years 2 --replicates 60 --shard 2/2 --out part2',
    'accord-sim merge part1 part2 --out whole',
  );
}

async function merge(directories: string[], raw: RawShared): Promise<void> {
  const gather = new Gather();
  const out = (await gather.check(() => requireOut(raw))) ?? '';
  const { format, json } = await readShared(raw, gather);
  gather.report();
  const document = await interruptible((signal) =>
    mergeDirectories(directories, { directory: out, format, commandLine: commandLine(), signal }),
  );
  const { scenarios } = await readManifest(out);
  await writeOut(json ? JSON.stringify(document) : report(document, scenarios));
  tell(`The results are in ${out}`);
}
