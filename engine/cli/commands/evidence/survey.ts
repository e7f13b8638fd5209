import { Command } from 'commander';
import { virtualSurvey } from '../../../validation/index.js';
import { Gather } from '../../input/gather.js';
import { addRepeatOptions, type RawRepeats, readRepeats } from '../../input/read-repeats.js';
import { readScenario } from '../../input/read-scenario.js';
import { surveyReport } from '../../report/survey-report.js';
import { writeOut } from '../../terminal/write-out.js';
import { countSamples } from './count-samples.js';

const usualReplicates = 400;

export function surveyCommand(): Command {
  const command = new Command('survey')
    .description('the virtual survey of leaders in month 20, by role and by use of the method')
    .argument('[scenario]', 'policy of the months before; name (see list) or YAML file', 'mep');
  return addRepeatOptions(command, String(usualReplicates)).action(ask);
}

async function ask(name: string, raw: RawRepeats): Promise<void> {
  const gather = new Gather();
  const scenario = await gather.check(() => readScenario(name));
  const repeats = await readRepeats(raw, usualReplicates, gather);
  gather.report();
  if (!scenario) throw new Error('a scenario that was refused must have been reported');
  const survey = await countSamples(repeats.replicates, raw.quiet ?? false, (hooks) =>
    virtualSurvey({ ...repeats, ...hooks, scenario }),
  );
  await writeOut(raw.json ? JSON.stringify(survey) : surveyReport(survey));
}
