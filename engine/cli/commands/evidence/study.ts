import { Command } from 'commander';
import { repeatStudy, studySize } from '../../../validation/index.js';
import { Gather } from '../../input/gather.js';
import { addRepeatOptions, type RawRepeats, readRepeats } from '../../input/read-repeats.js';
import { wholeNumber } from '../../input/run-options.js';
import { partnershipStudyReport } from '../../report/partnership-study-report.js';
import { writeOut } from '../../terminal/write-out.js';
import { countSamples } from './count-samples.js';

interface StudyOptions extends RawRepeats {
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
  const replicates = `${usualReplicates.small}, from ${largeFrom} schools ${usualReplicates.large}`;
  return addRepeatOptions(command, replicates).action(study);
}

async function study(raw: StudyOptions): Promise<void> {
  const gather = new Gather();
  const schools = await gather.check(() => wholeNumber('--schools', raw.schools, fewestSchools, mostSchools));
  const usual = (schools ?? 0) >= largeFrom ? usualReplicates.large : usualReplicates.small;
  const repeats = await readRepeats(raw, usual, gather);
  gather.report();
  const result = await countSamples(repeats.replicates, raw.quiet ?? false, (hooks) =>
    repeatStudy({ ...repeats, ...hooks, schools: schools ?? studySize }),
  );
  await writeOut(raw.json ? JSON.stringify(result) : partnershipStudyReport(result));
}
