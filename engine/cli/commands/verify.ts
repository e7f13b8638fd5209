import { Command } from 'commander';
import { isPopulationFile } from '../../scenario/index.js';
import { readManifest, verifyDirectory, type VerifyReport } from '../../output/store/index.js';
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
    .description('check the results in a directory: their digest, and some replicates computed again')
    .argument('<dir>', 'directory that run, compare or merge wrote')
    .option('--sample <n>', 'replicates to compute again', '10')
    .option('--population <file>', 'a CSV file of districts, where that in DIR is gone')
    .option('--json', 'print one JSON document, and nothing else, on stdout')
    .action(verify);
}

async function verify(directory: string, options: VerifyOptions): Promise<void> {
  const sample = wholeNumber('--sample', options.sample, 1, 1_000_000);
  const { scenarios } = await readManifest(directory);
  const name = options.population ?? '';
  const population = isPopulationFile(name)
    ? (await readPopulation(name, scenarios[0]?.firstMonth, tell)).population
    : undefined;
  const result = await interruptible((signal) => verifyDirectory(directory, { sample, population, signal }));
  await writeOut(options.json ? JSON.stringify(result) : inWords(result));
  if (!result.ok) process.exitCode = exitCode.failed;
}

function inWords({ ok, digests, replicates }: VerifyReport): string {
  const lines = digests.map(({ scenario, manifest, results }) =>
    manifest === results
      ? `${scenario}: the results have the digest of the manifest, ${results}`
      : `${scenario}: the results have the digest ${results}, the manifest says ${manifest}`,
  );
  const wrong = replicates.filter(({ difference }) => difference !== undefined);
  return [
    ...lines,
    `${replicates.length - wrong.length} of ${replicates.length} replicates computed again agree to the last bit`,
    ...wrong.map(({ replicate, difference }) => `replicate ${replicate}: ${difference ?? ''}`),
    ok ? 'Verified.' : 'Not verified.',
  ].join('\n');
}
