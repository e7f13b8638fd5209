import { Command } from 'commander';
import { type Factor, leverAmounts, optimiseLevers, parseFactors } from '../../../analysis/index.js';
import { InputError } from '../../../input/index.js';
import { openOptimisation } from '../../../node/store/index.js';
import type { Scenario } from '../../../scenario/index.js';
import { type RawShared, refuseRenamed, shareOptions } from '../../input/shared-options.js';
import { machine, policySeed, world } from '../../input/option-sets.js';
import { withExample } from '../../terminal/example.js';
import { Gather } from '../../input/gather.js';
import { readScenario } from '../../input/read-scenario.js';
import { readOutcome, readStudy } from '../../input/read-study.js';
import { numberBetween, oneOf, refuse, wholeNumber } from '../../input/check-option.js';
import { optimisationReport } from '../../report/optimisation-report.js';
import { commandLine, resumeCommand } from '../../terminal/command-line.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';
import { withPool } from '../with-pool.js';

interface OptimiseOptions extends RawShared {
  readonly budget?: string;
  readonly budgetOf: string;
  readonly outcome: string;
  readonly factors?: string;
  readonly mixes: string;
  readonly generations: string;
  readonly final: string;
}

const budgetKinds = ['mean', 'q90'] as const;

export function optimiseCommand(): Command {
  const command = new Command('optimise')
    .description('best lever mixes under a budget: gain, its fifth percentile and cost')
    .argument('<scenario>', 'name (see list) or YAML file: all but its lever amounts stays')
    .option('--budget <dollars>', 'dollars over the whole horizon; required')
    .option(
      '--budget-of <name>',
      'what must keep it: the mean cost, or q90, what nine of ten futures cost',
      'mean',
    )
    .option('--outcome <id>', 'what is to gain over the world without policy, at the horizon', 'apiGain')
    .option(
      '--factors <list>',
      'levers to choose, e.g. levers.conferences.perYear=0..6; default: all amounts',
    )
    .option('--mixes <n>', 'mixes a generation, an even number', '24')
    .option('--generations <n>', 'generations of the search', '20')
    .option('--final <n>', 'fresh simulated futures on which the mixes found are judged', '100');
  shareOptions(command, {
    ...{ replicates: '12', seed: policySeed, out: true, resume: true },
    ...world,
    ...machine,
  })
    .usage('<scenario> --budget <dollars> [options]')
    .addHelpText(
      'after',
      '\nAll mixes of the search share their futures. With --resume there may be more generations.',
    )
    .action(optimise);
  refuseRenamed(command, '--save <dir>', '--out');
  return withExample(
    command,
    'accord-sim optimise mep --budget 2000000 --population abc-unified --years 2 --mixes 6 \\\n' +
      '    --generations 2 --replicates 4 --final 8 --out mixes',
  );
}

async function optimise(name: string, raw: OptimiseOptions): Promise<void> {
  const gather = new Gather();
  const budget = await gather.check(() => readBudget(raw.budget));
  const budgetOf = await gather.check(() => oneOf('--budget-of', raw.budgetOf, budgetKinds));
  const outcome = await gather.check(() => readOutcome(raw.outcome));
  const mixes = await gather.check(() => readMixes(raw.mixes));
  const generations = await gather.check(() => wholeNumber('--generations', raw.generations, 0, 10_000));
  const finalReplicates = await gather.check(() => wholeNumber('--final', raw.final, 2, 1_000_000));
  await gather.check(async () => readAmounts(raw.factors, await readScenario(name)));
  const { options, scenario, population } = await readStudy(name, raw, gather);
  if (
    !budget ||
    !budgetOf ||
    outcome === undefined ||
    !mixes ||
    generations === undefined ||
    !finalReplicates
  ) {
    throw new Error('what was refused must have been reported');
  }
  const { seed, replicates, json, out, resume } = options;
  const factors = readAmounts(raw.factors, scenario);
  const spec = {
    ...{ scenario, population, seed, replicates, factors, outcome, budget, budgetOf },
    ...{ mixes, generations, finalReplicates },
  };
  const directory =
    out === undefined
      ? undefined
      : await openOptimisation(spec, { directory: out, resume, commandLine: commandLine() });
  const kept =
    out === undefined
      ? 'Nothing is kept.'
      : `What was run is kept in ${out}. Go on with:\n  ${resumeCommand()}`;
  try {
    const { document } = await withPool(
      options,
      'generation',
      `Interrupted. ${kept}`,
      async (executor, onStage) => {
        const store = directory ? { earlier: directory.earlier, onMix: directory.add.bind(directory) } : {};
        const optimisation = await optimiseLevers(spec, executor, { onStage, ...store });
        await directory?.finish(optimisation);
        return optimisation;
      },
    );
    await writeOut(json ? JSON.stringify(document) : optimisationReport(document, scenario));
    if (out !== undefined) tell(`The mixes are in ${out}`);
  } finally {
    await directory?.close();
  }
}

function readBudget(text: string | undefined): number {
  if (text === undefined)
    refuse('--budget', '', 'must be given', 'dollars over the whole horizon, such as 20000000');
  return numberBetween('--budget', text.replaceAll(/[,_](?=\d{3}(?!\d))/g, ''), 1, 1e15);
}

function readMixes(text: string): number {
  const mixes = wholeNumber('--mixes', text, 4, 10_000);
  if (mixes % 2 === 1) refuse('--mixes', text, 'must be even', 'mixes are bred in pairs');
  return mixes;
}

function readAmounts(text: string | undefined, scenario: Scenario): Factor[] {
  if (text === undefined) return leverAmounts(scenario);
  const factors = parseFactors(text, scenario, '--factors');
  const others = factors.filter(({ kind }) => kind !== 'lever');
  if (others.length === 0) return factors;
  const rule = 'must be the field of a lever: only levers are chosen';
  throw new InputError(
    others.map(({ address }) => ({ path: '--factors', value: address, rule, remedy: '' })),
  );
}
