import { Command } from 'commander';
import { scorecard } from '../../../validation/index.js';
import { Gather } from '../../input/gather.js';
import { evidenceSeed } from '../../input/option-sets.js';
import { type RawShared, readShared, shareOptions } from '../../input/shared-options.js';
import { scorecardReport } from '../../report/scorecard-report.js';
import { writeOut } from '../../terminal/write-out.js';
import { withExample } from '../../terminal/example.js';
import { countSamples } from './count-samples.js';

export function scorecardCommand(): Command {
  const command = new Command('scorecard').description(
    'every reported figure against its simulation: fitted or predicted, inside or not',
  );
  shareOptions(command, { replicates: '400', seed: evidenceSeed, json: true, quiet: true }).action(score);
  return withExample(command, 'accord-sim scorecard --replicates 20');
}

async function score(raw: RawShared): Promise<void> {
  const gather = new Gather();
  const { replicates, seed, json, quiet } = await readShared(raw, gather);
  gather.report();
  const card = await countSamples(replicates, quiet, (hooks) => scorecard({ seed, replicates, ...hooks }));
  await writeOut(json ? JSON.stringify(card) : scorecardReport(card));
}
