import { Command } from 'commander';
import { virtualSurvey } from '../../../validation/index.js';
import { Gather } from '../../input/gather.js';
import { evidenceSeed } from '../../input/option-sets.js';
import { type RawShared, readShared, shareOptions } from '../../input/shared-options.js';
import { readScenario } from '../../input/read-scenario.js';
import { surveyReport } from '../../report/survey-report.js';
import { writeOut } from '../../terminal/write-out.js';
import { withExample } from '../../terminal/example.js';
import { countSamples } from './count-samples.js';

export function surveyCommand(): Command {
  const command = new Command('survey')
    .description('the virtual survey of leaders in month 20, by role and by use of the method')
    .argument('[scenario]', 'policy of the months before; name (see list) or YAML file', 'mep');
  shareOptions(command, { replicates: '400', seed: evidenceSeed, json: true, quiet: true }).action(ask);
  return withExample(command, 'accord-sim survey no-partnership --replicates 20');
}

async function ask(name: string, raw: RawShared): Promise<void> {
  const gather = new Gather();
  const scenario = await gather.check(() => readScenario(name));
  const { replicates, seed, json, quiet } = await readShared(raw, gather);
  gather.report();
  if (!scenario) throw new Error('a scenario that was refused must have been reported');
  const survey = await countSamples(replicates, quiet, (hooks) =>
    virtualSurvey({ seed, replicates, ...hooks, scenario }),
  );
  await writeOut(json ? JSON.stringify(survey) : surveyReport(survey));
}
