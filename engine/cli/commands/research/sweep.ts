import { dirname, isAbsolute, join } from 'node:path';
import { Command } from 'commander';
import { parseSweepDesign, planSweep, runSweep, type SweepDesign } from '../../../analysis/index.js';
import { shellLine, sweepIdentity, type SweepManifest } from '../../../output/index.js';
import { openSweep } from '../../../node/store/index.js';
import { outcomes } from '../../../model/outcomes/index.js';
import { maxScenarioCharacters } from '../../../input/index.js';
import { scenarioNames } from '../../../scenario/index.js';
import { type RawShared, requireOut, shareOptions } from '../../input/shared-options.js';
import { machine, policySeed, world } from '../../input/option-sets.js';
import { withExample } from '../../terminal/example.js';
import { Gather } from '../../input/gather.js';
import { readInputFile } from '../../input/read-input-file.js';
import { readStudy } from '../../input/read-study.js';
import { oneOf } from '../../input/check-option.js';
import { commandLine, resumeCommand } from '../../terminal/command-line.js';
import { exitCode } from '../../terminal/exit-code.js';
import { writeOut } from '../../terminal/write-out.js';
import { withPool } from '../with-pool.js';

interface SweepOptions extends RawShared {
  readonly onError: string;
}

const reactions = ['skip', 'stop'] as const;

export function sweepCommand(): Command {
  const command = new Command('sweep')
    .description('run a scenario over many combinations of levers and assumptions')
    .argument('<design>', 'YAML file: scenario, design and factors')
    .option('--on-error <name>', 'after a failed run: skip it and go on, or stop', 'skip');
  shareOptions(command, {
    ...{ replicates: '50', seed: policySeed, out: true, resume: true },
    ...world,
    ...machine,
  })
    .usage('<design> --out <dir> [options]')
    .addHelpText(
      'after',
      `\nAll runs share their futures. With --resume the design may have grown.\n\n${sample}`,
    )
    .action((path: string, raw: SweepOptions) => sweep(path, raw, command));
  return withExample(
    command,
    'accord-sim sweep doubts.yaml --population abc-unified --years 2 --replicates 4 --out doubts',
  );
}

async function sweep(path: string, given: SweepOptions, command: Command): Promise<void> {
  const gather = new Gather();
  const onError = await gather.check(() => oneOf('--on-error', given.onError, reactions));
  const out = await gather.check(() => requireOut(given));
  const text = await gather.check(() => readInputFile(path, 4 * maxScenarioCharacters));
  const design = await gather.check(() => (text === undefined ? undefined : parseSweepDesign(text, path)));
  if (text === undefined || !design) {
    gather.report();
    return;
  }
  const raw = withDesign(given, design, command);
  const { options, scenario, population } = await readStudy(scenarioPath(design, path), raw, gather);
  const { seed, replicates } = options;
  const plan = planSweep(design, scenario, seed);
  if (!onError || out === undefined) throw new Error('what was refused must have been reported');
  const identity = sweepIdentity(plan, population, seed, replicates);
  const directory = await openSweep(plan, identity, {
    directory: out,
    resume: options.resume,
    commandLine: commandLine(),
    designText: text,
  });
  const advice = `Interrupted. Finished runs are kept in ${out}. Go on with:\n  ${resumeCommand()}`;
  try {
    const manifest = await withPool(options, 'run', advice, async (executor, stage) => {
      const spec = { population, seed, replicates, outcomes: outcomes.map(({ id }) => id) };
      const { earlier } = directory;
      const onRun = directory.add.bind(directory);
      const runs = await runSweep(plan, spec, executor, { ...stage(), earlier, onError, onRun });
      return directory.finish(runs);
    });
    if (manifest.failed) process.exitCode = exitCode.failed;
    await writeOut(options.json ? JSON.stringify(manifest) : inWords(manifest, out));
  } finally {
    await directory.close();
  }
}

/** What the design says stands where the command says nothing. */
function withDesign(raw: SweepOptions, design: SweepDesign, command: Command): SweepOptions {
  const left = (name: string): boolean => command.getOptionValueSource(name) === 'default';
  return {
    ...raw,
    ...(left('replicates') && design.replicates ? { replicates: String(design.replicates) } : {}),
    ...(left('seed') && design.seed !== undefined ? { seed: design.seed } : {}),
    ...(raw.years === undefined && design.years ? { years: String(design.years) } : {}),
  };
}

/** A scenario file lies beside the design. */
function scenarioPath({ scenario }: SweepDesign, path: string): string {
  return scenarioNames.includes(scenario) || isAbsolute(scenario) ? scenario : join(dirname(path), scenario);
}

function inWords(
  { title, runs, failed = 0, replicates, scenario, factors }: SweepManifest,
  out: string,
): string {
  const failures =
    failed === 0
      ? []
      : [`${failed} of ${runs} runs failed: see the column error in ${join(out, 'runs.csv')}`];
  return [
    `${title}: ${runs.toLocaleString('en-US')} runs of ${replicates} simulated futures around ${scenario.name}`,
    `Factors: ${factors.join(', ')}`,
    ...failures,
    `The results are in ${out}; find out when an outcome is bad with:`,
    `  ${shellLine(['accord-sim', 'discover', out, '--outcome', 'apiGain', '--worst', '0.2'])}`,
  ].join('\n');
}

const sample = `A design, doubts.yaml:

  title: What if persistence and causality are in doubt?
  scenario: mep
  design: sobol          # factorial, latin-hypercube, sobol or one-at-a-time
  runs: 64               # of a latin-hypercube or sobol design
  factors:
    assumptions.apiPersistence:                    # empty: what is believed of it
    assumptions.causalShare: { low: 0, high: 1 }
    levers.conferences.perYear: [0, 1.5, 3]
`;
