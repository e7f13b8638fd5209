import { Command } from 'commander';
import { simulationOptions } from '../../input/option-sets.js';
import { withExample } from '../../terminal/example.js';
import { Gather } from '../../input/gather.js';
import { readOutcomes } from '../../input/read-study.js';
import { type RawShared, shareOptions } from '../../input/shared-options.js';
import { compareContributions } from './compare-contributions.js';
import { simulate } from './simulate.js';

interface CompareOptions extends RawShared {
  readonly contributions?: string;
}

export function compareCommand(): Command {
  const command = new Command('compare')
    .description('compare scenarios with a baseline, future by future, all with the same luck')
    .argument('<baseline>', 'name (see list) or YAML file, such as no-partnership')
    .argument('<scenario...>', 'names or YAML files')
    .option('--contributions <outcome,...>', 'also what each lever adds to these outcomes at the horizon');
  shareOptions(command, { ...simulationOptions, setAll: true })
    .addHelpText(
      'after',
      '\n--set changes levers, package, context and delays of every scenario but the baseline, which stays what it is;' +
        '\nassumptions, years and all other fields change in the baseline too. --set-all changes any field in all, so' +
        '\nthat a shock or a turnover is no part of the difference; --set comes after it. Where a scenario differs from' +
        '\nthe baseline in more than its levers, the command says so.',
    )
    .action(compareScenarios);
  return withExample(
    command,
    'accord-sim compare no-partnership mep six-levers --population abc-unified --replicates 100 --out three-policies',
  );
}

async function compareScenarios(
  baseline: string,
  scenarios: readonly string[],
  { contributions, ...options }: CompareOptions,
): Promise<void> {
  const gather = new Gather();
  const outcomes = await gather.check(() =>
    contributions === undefined ? [] : readOutcomes(contributions, '--contributions'),
  );
  const supplement = contributions === undefined ? undefined : compareContributions(outcomes ?? []);
  await simulate('compare', [baseline, ...scenarios], options, gather, supplement);
}
