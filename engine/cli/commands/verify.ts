import { Command } from 'commander';
import { formatProblems } from '../../evidence/index.js';
import { isPopulationFile } from '../../scenario/index.js';
import {
  readKind,
  readManifest,
  readSweepManifest,
  type SweepVerifyReport,
  verifyDirectory,
  type VerifyReport,
  verifySweep,
} from '../../output/store/index.js';
import { readPopulation } from '../input/read-population.js';
import { wholeNumber } from '../input/run-options.js';
import { exitCode } from '../terminal/exit-code.js';
import { interruptible } from '../terminal/interrupt.js';
import { tell } from '../terminal/tell.js';
import { writeOut } from '../terminal/write-out.js';

interface VerifyOptions {
  readonly sample: string;
  readonly population?: string;
  readonly json?: true;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'check the results in a directory: every file, their digest, and some of them computed again',
    )
    .argument('<dir>', 'directory that run, compare, merge or sweep wrote')
    .option('--sample <n>', 'replicates, or runs of a sweep, to compute again', '10')
    .option('--population <file>', 'the CSV file of districts, where the run had one')
    .option('--json', 'print one JSON document, and nothing else, on stdout')
    .action(verify);
}

async function verify(directory: string, options: VerifyOptions): Promise<void> {
  const sample = wholeNumber('--sample', options.sample, 1, 1_000_000);
  const isSweep = (await readKind(directory)) === 'sweep';
  const world = isSweep
    ? (await readSweepManifest(directory)).scenario
    : (await readManifest(directory)).scenarios[0];
  const name = options.population ?? '';
  const population = isPopulationFile(name) ? await readPopulation(name, world?.firstMonth, tell) : undefined;
  const check = isSweep ? verifySweep : verifyDirectory;
  const result = await interruptible<VerifyReport | SweepVerifyReport>((signal) =>
    check(directory, { sample, population, signal }),
  );
  if (!result.ok) process.exitCode = exitCode.failed;
  await writeOut(options.json ? JSON.stringify(result) : inWords(result));
}

function inWords(report: VerifyReport | SweepVerifyReport): string {
  const { ok, faults, extra } = report;
  return [
    ...(faults.length === 0 ? ['All files are as they were sealed in SHA256SUMS'] : [formatProblems(faults)]),
    ...extra.map((name) => `${name} does not belong to the results and was not checked`),
    ...('runs' in report ? runsInWords(report) : replicatesInWords(report)),
    ok ? 'Verified.' : 'Not verified.',
  ].join('\n');
}

function replicatesInWords({ digests, replicates }: VerifyReport): string[] {
  const wrong = replicates.filter(({ difference }) => difference !== undefined);
  return [
    ...digests.map(({ scenario, manifest, results }) =>
      manifest === results
        ? `${scenario}: the results have the digest of the manifest, ${results}`
        : `${scenario}: the results have the digest ${results}, the manifest says ${manifest}`,
    ),
    `${replicates.length - wrong.length} of ${replicates.length} replicates computed again agree to the last bit`,
    ...wrong.map(({ replicate, difference }) => `replicate ${replicate}: ${difference ?? ''}`),
  ];
}

function runsInWords({ runs }: SweepVerifyReport): string[] {
  const wrong = runs.filter(({ difference }) => difference !== undefined);
  return [
    `${runs.length - wrong.length} of ${runs.length} runs computed again agree to the last bit`,
    ...wrong.map(({ run, difference }) => `run ${run}: ${difference ?? ''}`),
  ];
}
