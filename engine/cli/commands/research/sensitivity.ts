import { Command } from 'commander';
import {
  defaultFactors,
  parseFactors,
  screenFactors,
  sensitivity,
  unidentified,
  type Factor,
  type Sensitivity,
  type SensitivityMethod,
} from '../../../analysis/index.js';
import { InputError } from '../../../input/index.js';
import { sensitivityFiles } from '../../../output/index.js';
import { inNewDirectory } from '../../../node/store/index.js';
import type { Scenario } from '../../../scenario/index.js';
import { type RawShared, shareOptions } from '../../input/shared-options.js';
import { machine, policySeed, world } from '../../input/option-sets.js';
import { withExample } from '../../terminal/example.js';
import { Gather } from '../../input/gather.js';
import { readOutcomes, readStudy, type Study } from '../../input/read-study.js';
import { readScenario } from '../../input/read-scenario.js';
import { oneOf, wholeNumber } from '../../input/check-option.js';
import { sensitivityReport } from '../../report/sensitivity-report.js';
import { commandLine } from '../../terminal/command-line.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';
import { withPool } from '../with-pool.js';

interface SensitivityOptions extends RawShared {
  readonly method: string;
  readonly outcome: string;
  readonly factors?: string;
  readonly trajectories?: string;
  readonly samples?: string;
  readonly secondOrder: boolean;
}

const methods = ['morris', 'sobol'] as const;
const defaultSamples: Readonly<Record<SensitivityMethod, number>> = { morris: 16, sobol: 64 };

/** Factors that a screening leaves for the Sobol method where the user names none. */
const keptFactors = 10;

export function sensitivityCommand(): Command {
  const command = new Command('sensitivity')
    .description('which assumptions and levers move an outcome most')
    .argument('<scenario>', 'name (see list) or YAML file')
    .option('--method <name>', 'morris (screening) or sobol (shares of the variance)', 'morris')
    .option('--outcome <id,...>', 'what to explain, at the horizon', 'apiGain')
    .option(
      '--factors <list>',
      'what to vary, e.g. levers,assumptions.apiPersistence=0.1..0.7; default: assumptions and levers',
    )
    .option('--trajectories <n>', `morris: trajectories; default ${defaultSamples.morris}`)
    .option(
      '--samples <n>',
      `sobol: base points, best a power of two; default ${defaultSamples.sobol.toString()}`,
    )
    .option('--no-second-order', 'sobol: leave out the interactions of two factors');
  shareOptions(command, { ...{ replicates: '2', seed: policySeed, out: true }, ...world, ...machine })
    .addHelpText(
      'after',
      '\nAll points share their futures.\nFactors: levers, assumptions, context, or addresses such as levers.conferences.perYear, each with or ' +
        `without a range.\nWithout --factors, sobol keeps the ${keptFactors} most important of a short screening,\nand always those that no source tells anything of.`,
    )
    .action(explain);
  return withExample(
    command,
    'accord-sim sensitivity mep --population abc-unified --years 2 --factors levers --trajectories 4',
  );
}

async function explain(name: string, raw: SensitivityOptions): Promise<void> {
  const gather = new Gather();
  const method = await gather.check(() => oneOf('--method', raw.method, methods));
  const samples = await gather.check(() => readSamples(method ?? 'morris', raw));
  const outcomes = await gather.check(() => readOutcomes(raw.outcome));
  const choose = (scenario: Scenario): Factor[] =>
    raw.factors === undefined ? defaultFactors(scenario) : parseFactors(raw.factors, scenario, '--factors');
  await gather.check(async () => choose(await readScenario(name)));
  const study = await readStudy(name, raw, gather);
  const factors = choose(study.scenario);
  if (!method || !samples || !outcomes) throw new Error('what was refused must have been reported');
  const { out, quiet, json } = study.options;
  const { document } = await inNewDirectory(
    out,
    () => compute(study, { method, samples, outcomes, factors, raw, quiet }),
    (result) => sensitivityFiles(result, study.scenario, commandLine()),
  );
  await writeOut(json ? JSON.stringify(document) : sensitivityReport(document, study.scenario));
  if (out !== undefined) tell(`The results are in ${out}`);
}

interface Settings {
  readonly method: SensitivityMethod;
  readonly samples: number;
  readonly outcomes: readonly string[];
  readonly factors: readonly Factor[];
  readonly raw: SensitivityOptions;
  readonly quiet: boolean;
}

function compute(
  { options, scenario, population }: Study,
  { method, samples, outcomes, factors, raw, quiet }: Settings,
): Promise<Sensitivity> {
  const { seed, replicates } = options;
  const spec = { scenario, population, seed, replicates, outcomes, factors, method, samples };
  return withPool(options, 'point', 'Interrupted. Nothing is kept.', async (executor, stage) => {
    const screened = method === 'sobol' && raw.factors === undefined && factors.length > keptFactors;
    if (screened && !quiet)
      tell(`Screening ${factors.length} factors for the ${keptFactors} that matter most`);
    const kept = screened ? await screenFactors(spec, keptFactors, unidentified, executor, stage()) : factors;
    const screenedOut = factors.filter((factor) => !kept.includes(factor)).map(({ address }) => address);
    const { secondOrder } = raw;
    return sensitivity({ ...spec, factors: kept, screenedOut, secondOrder }, executor, stage());
  });
}

function readSamples(method: SensitivityMethod, { trajectories, samples }: SensitivityOptions): number {
  const [option, own, other, others] =
    method === 'morris'
      ? (['--trajectories', trajectories, '--samples', samples] as const)
      : (['--samples', samples, '--trajectories', trajectories] as const);
  if (others !== undefined) {
    const rule = `must not come with --method ${method}`;
    throw new InputError([{ path: other, value: others, rule, remedy: `use ${option}` }]);
  }
  return own === undefined ? defaultSamples[method] : wholeNumber(option, own, 2, 1_000_000);
}
