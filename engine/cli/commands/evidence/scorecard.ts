import { Command } from 'commander';
import { scorecard } from '../../../validation/index.js';
import { Gather } from '../../input/gather.js';
import { addRepeatOptions, type RawRepeats, readRepeats } from '../../input/read-repeats.js';
import { scorecardReport } from '../../report/scorecard-report.js';
import { writeOut } from '../../terminal/write-out.js';
import { countSamples } from './count-samples.js';

const usualReplicates = 400;

export function scorecardCommand(): Command {
  const command = new Command('scorecard').description(
    'every reported figure against its simulation: fitted or predicted, inside or not',
  );
  return addRepeatOptions(command, String(usualReplicates)).action(score);
}

async function score(raw: RawRepeats): Promise<void> {
  const gather = new Gather();
  const repeats = await readRepeats(raw, usualReplicates, gather);
  gather.report();
  const card = await countSamples(repeats.replicates, raw.quiet ?? false, (hooks) =>
    scorecard({ ...repeats, ...hooks }),
  );
  await writeOut(raw.json ? JSON.stringify(card) : scorecardReport(card));
}
