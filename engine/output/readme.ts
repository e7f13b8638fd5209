import { causalCaveat, citation } from '../telling/caveats.js';
import { shellLine } from '../telling/shell-line.js';
import { isPopulationFile } from '../scenario/index.js';
import { populationFile, type Manifest } from './manifest.js';
import { scenarioFiles } from './scenario-files.js';

/** A file that an option of the command adds. */
export interface ExtraFile {
  readonly name: string;
  readonly text: string;
  /** What is in it, in words. */
  readonly holds: string;
}

/** README.txt of an output directory: what is in it, how to cite it and how to make it again. */
export function readmeText(manifest: Manifest, extra: readonly ExtraFile[] = []): string {
  const { accord, digests, kind, population, replicates, reproduce, scenarios, seed, shard } = manifest;
  const names = scenarios.map(({ name }) => name);
  const what =
    kind === 'run'
      ? `Monte Carlo of the scenario ${names[0] ?? ''}`
      : `Comparison of ${names.slice(1).join(', ')} with the baseline ${names[0] ?? ''}`;
  const part =
    shard === null
      ? []
      : [
          '',
          `This is shard ${shard.index} of ${shard.of}: a part of the replicates, and no result by itself. Join all shards with`,
          '',
          '  accord-sim merge DIR... --out DIR',
        ];
  const files = [...fileList(manifest), ...extra.map(({ name, holds }) => [name, holds] as const)];
  const width = Math.max(...files.map(([name]) => name.length)) + 2;
  return [
    `${what}: ${population.title}, ${replicates} replicates, seed ${JSON.stringify(seed)}.`,
    ...part,
    '',
    ...files.map(([name, content]) => `${name.padEnd(width)}${content}`),
    '',
    'To make it again:',
    '',
    `  ${reproduce}`,
    '',
    'Or from these files alone, wherever they are:',
    '',
    `  ${rerunCommand(manifest)}`,
    '',
    'To check every file, and some replicates by computing them again:',
    '',
    '  accord-sim verify DIR',
    '',
    'To cite it:',
    '',
    ...citation(
      accord,
      `${what}, ${population.id}, ${replicates} replicates, seed ${JSON.stringify(seed)}`,
    ).map((line) => `  ${line}`),
    ...Object.entries(digests ?? {}).map(([name, digest]) => `  Digest of ${name}: ${digest}`),
    '',
    causalCaveat,
    '',
  ].join('\n');
}

/** Each file with what is in it. */
function fileList(manifest: Manifest): (readonly [string, string])[] {
  const { format, scenarios } = manifest;
  const own = scenarios.some(({ population }) => isPopulationFile(population));
  return [
    [`results.${format}`, 'one row a replicate, scenario and month; one column an outcome'],
    ['summary.csv', 'mean and quantiles over the replicates, by scenario, outcome and month'],
    ['summary.json', 'the same, as `--json` prints it'],
    ['codebook.csv', 'what each column means'],
    ...Object.keys(scenarioFiles(manifest)).map(
      (name) => [name, 'a scenario as run; it runs again as it is'] as const,
    ),
    ...(own ? ([[populationFile, 'the districts that the scenarios name, as they were read']] as const) : []),
    ['manifest.json', 'version, seed, hashes of all data, platform, time and command line'],
    ['SHA256SUMS', 'checksum of every file, for `sha256sum -c SHA256SUMS`'],
  ];
}

/** Settings and all are in the scenario files; what is left says how many futures, and which. */
function rerunCommand(manifest: Manifest): string {
  const { kind, replicates, seed, shard } = manifest;
  const files = Object.keys(scenarioFiles(manifest)).map((name) => `DIR/${name}`);
  const numbers = ['--replicates', String(replicates), '--seed', seed];
  const part = shard === null ? [] : ['--shard', `${shard.index}/${shard.of}`];
  return shellLine(['accord-sim', kind, ...files, ...numbers, ...part, '--out', 'NEW']);
}
