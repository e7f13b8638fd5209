import { Command } from 'commander';
import { repeatStudy, studySize } from '../../../validation/index.js';
import { Gather } from '../../input/gather.js';
import { evidenceSeed } from '../../input/option-sets.js';
import { type RawShared, readShared, shareOptions } from '../../input/shared-options.js';
import { wholeNumber } from '../../input/check-option.js';
import { partnershipStudyReport } from '../../report/partnership-study-report.js';
import { writeOut } from '../../terminal/write-out.js';
import { withExample } from '../../terminal/example.js';
import { countSamples } from './count-samples.js';

interface StudyOptions extends RawShared {
  readonly schools: string;
}

/** Repetitions: many of a small study, fewer of a large one, whose results hardly differ. */
const usualReplicates = { small: 400, large: 40 } as const;
const largeFrom = 500;
const fewestSchools = 12;
const mostSchools = 200_000;

export function studyCommand(): Command {
  const command = new Command('study')
    .description('the virtual study of partnership, communication and scores in one district')
    .option(
      '--schools <n>',
      'schools in the study; more than 26 check what it identifies',
      String(studySize),
    );
  shareOptions(command, { replicates: true, seed: evidenceSeed, json: true, quiet: true })
    .addHelpText(
      'after',
      `\nWithout --replicates it runs ${usualReplicates.small}, from ${largeFrom} schools ${usualReplicates.large}.`,
    )
    .action(study);
  return withExample(command, 'accord-sim study --schools 200 --replicates 20');
}

async function study(raw: StudyOptions): Promise<void> {
  const gather = new Gather();
  const schools = await gather.check(() => wholeNumber('--schools', raw.schools, fewestSchools, mostSchools));
  const usual = (schools ?? 0) >= largeFrom ? usualReplicates.large : usualReplicates.small;
  const { seed, json, quiet, ...given } = await readShared(raw, gather);
  const replicates = raw.replicates === undefined ? usual : given.replicates;
  gather.report();
  const result = await countSamples(replicates, quiet, (hooks) =>
    repeatStudy({ seed, replicates, ...hooks, schools: schools ?? studySize }),
  );
  await writeOut(json ? JSON.stringify(result) : partnershipStudyReport(result));
}
