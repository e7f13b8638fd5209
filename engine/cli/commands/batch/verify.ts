import { Command } from 'commander';
import { Gather } from '../../input/gather.js';
import { type RawShared, readShared, shareOptions } from '../../input/shared-options.js';
import { withExample } from '../../terminal/example.js';
import { formatProblems } from '../../../input/index.js';
import {
  type OptimisationVerifyReport,
  readKind,
  readManifest,
  readOptimisationManifest,
  readSweepManifest,
  type SweepVerifyReport,
  verifyDirectory,
  verifyOptimisation,
  type VerifyReport,
  verifySweep,
  type VerifySweepOptions,
} from '../../../node/store/index.js';
import { readPopulation } from '../../input/read-population.js';
import { wholeNumber } from '../../input/check-option.js';
import { exitCode } from '../../terminal/exit-code.js';
import { interruptible } from '../../terminal/interrupt.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';

interface VerifyOptions extends RawShared {
  readonly sample: string;
}

export function verifyCommand(): Command {
  const command = new Command('verify')
    .description(
      'check the results in a directory: every file, their digest, and some of them computed again',
    )
    .argument('<dir>', 'directory that run, compare, merge, sweep or optimise wrote')
    .option('--sample <n>', 'replicates, runs of a sweep or mixes to compute again', '10');
  shareOptions(command, { population: true, json: true })
    .addHelpText('after', '\n--population names your file of districts where that in DIR is gone.')
    .action(verify);
  return withExample(
    command,
    'accord-sim run mep --years 2 --replicates 60 --out two-years',
    'accord-sim verify two-years --sample 5',
  );
}

async function verify(directory: string, options: VerifyOptions): Promise<void> {
  const gather = new Gather();
  const sample = await gather.check(() => wholeNumber('--sample', options.sample, 1, 1_000_000));
  const { population: name, json } = await readShared(options, gather);
  gather.report();
  const { firstMonth, check } = await checkOf(await readKind(directory), directory);
  const population =
    name === undefined ? undefined : (await readPopulation(name, firstMonth, tell)).population;
  const result = await interruptible((signal) =>
    check(directory, { sample: sample ?? 1, population, signal }),
  );
  if (!result.ok) process.exitCode = exitCode.failed;
  await writeOut(json ? JSON.stringify(result) : inWords(result));
}

type Report = VerifyReport | SweepVerifyReport | OptimisationVerifyReport;

/** How a directory of this kind is checked, and from when on contracts count in it. */
async function checkOf(
  kind: string,
  directory: string,
): Promise<{
  readonly firstMonth: string | undefined;
  readonly check: (directory: string, options: VerifySweepOptions) => Promise<Report>;
}> {
  switch (kind) {
    case 'sweep': {
      const { scenario } = await readSweepManifest(directory);
      return { firstMonth: scenario.firstMonth, check: verifySweep };
    }
    case 'optimise': {
      const { scenario } = await readOptimisationManifest(directory);
      return { firstMonth: scenario.firstMonth, check: verifyOptimisation };
    }
    default: {
      const { scenarios } = await readManifest(directory);
      return { firstMonth: scenarios[0]?.firstMonth, check: verifyDirectory };
    }
  }
}

function inWords(report: Report): string {
  const { ok, faults, extra } = report;
  return [
    ...(faults.length === 0 ? ['All files are as they were sealed in SHA256SUMS'] : [formatProblems(faults)]),
    ...extra.map((name) => `${name} does not belong to the results and was not checked`),
    ...('runs' in report
      ? runsInWords(report)
      : 'mixes' in report
        ? mixesInWords(report)
        : replicatesInWords(report)),
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

function mixesInWords({ mixes }: OptimisationVerifyReport): string[] {
  const wrong = mixes.filter(({ difference }) => difference !== undefined);
  return [
    `${mixes.length - wrong.length} of ${mixes.length} mixes computed again agree to the last bit`,
    ...wrong.map(({ line, difference }) => `archive.csv:${line}: ${difference ?? ''}`),
  ];
}
