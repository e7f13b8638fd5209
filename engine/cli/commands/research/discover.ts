import { Command } from 'commander';
import { type Criterion, discoverSweep, summaryNames } from '../../../analysis/index.js';
import { InputError } from '../../../input/index.js';
import { readSweep } from '../../../node/store/index.js';
import { type RawShared, readShared, shareOptions } from '../../input/shared-options.js';
import { withExample } from '../../terminal/example.js';
import { Gather } from '../../input/gather.js';
import { readOutcome } from '../../input/read-study.js';
import { numberBetween, oneOf } from '../../input/check-option.js';
import { discoveryReport } from '../../report/discovery-report.js';
import { writeOut } from '../../terminal/write-out.js';

interface RawDiscoverOptions extends RawShared {
  readonly outcome: string;
  readonly below?: string;
  readonly above?: string;
  readonly worst?: string;
  readonly statistic: string;
  readonly density: string;
  readonly patience: string;
  readonly minMass: string;
}

export function discoverCommand(): Command {
  const command = new Command('discover')
    .description('under which assumptions and levers an outcome of a sweep is bad (PRIM)')
    .argument('<dir>', 'directory that sweep wrote')
    .option('--outcome <id>', 'what is judged, at the horizon', 'apiGain')
    .option('--below <x>', 'of interest are runs below this value')
    .option('--above <x>', 'of interest are runs above this value')
    .option('--worst <share>', 'of interest is the worst share of the runs, such as 0.2')
    .option('--statistic <name>', `figure of each run: ${summaryNames.join(', ')}`, 'mean')
    .option('--density <share>', 'share of its runs that the chosen box must hit', '0.8')
    .option('--patience <share>', 'share of the runs that one step peels off', '0.05')
    .option('--min-mass <share>', 'smallest share of all runs in a box', '0.05');
  shareOptions(command, { json: true })
    .addHelpText('after', '\nThe design doubts.yaml of the example is in accord-sim help sweep.')
    .action(discover);
  return withExample(
    command,
    'accord-sim sweep doubts.yaml --population abc-unified --years 2 --replicates 4 --out doubts',
    'accord-sim discover doubts --outcome apiGain --worst 0.2',
  );
}

async function discover(directory: string, raw: RawDiscoverOptions): Promise<void> {
  const gather = new Gather();
  const share = (option: string, text: string): Promise<number | undefined> =>
    gather.check(() => numberBetween(option, text, 0, 1));
  const criterion = await gather.check(() => readCriterion(raw));
  const outcome = await gather.check(() => readOutcome(raw.outcome));
  const statistic = await gather.check(() => oneOf('--statistic', raw.statistic, summaryNames));
  const [density = 0, patience = 0, minimumMass = 0] = [
    await share('--density', raw.density),
    await share('--patience', raw.patience),
    await share('--min-mass', raw.minMass),
  ];
  const { json } = await readShared(raw, gather);
  const sweep = await gather.check(() => readSweep(directory));
  gather.report();
  if (!sweep || !criterion || outcome === undefined || !statistic) {
    throw new Error('what was refused must have been reported');
  }
  const { title, varied: factors, outcomes } = sweep.manifest;
  const document = discoverSweep(
    { title, factors, outcomes, runs: sweep.runs },
    { outcome, statistic, criterion, density, patience, minimumMass },
  );
  await writeOut(json ? JSON.stringify(document) : discoveryReport(document));
}

function readCriterion({ below, above, worst }: RawDiscoverOptions): Criterion {
  const any = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;
  const given = [below, above, worst].filter((text) => text !== undefined);
  if (given.length !== 1) {
    const rule = 'must be exactly one of --below, --above and --worst';
    const remedy = 'for example --worst 0.2';
    throw new InputError([{ path: 'discover', value: given.join(', '), rule, remedy }]);
  }
  if (below !== undefined) return { below: numberBetween('--below', below, ...any) };
  if (above !== undefined) return { above: numberBetween('--above', above, ...any) };
  return { worst: numberBetween('--worst', worst ?? '', 0, 1) };
}
