import type { Manifest } from './manifest.js';

/** README.txt of an output directory: what is in it, how to cite it and how to make it again. */
export function readmeText(manifest: Manifest): string {
  const { accord, digests, format, kind, population, replicates, reproduce, scenarios, seed, shard } =
    manifest;
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
  return [
    `${what}: ${population.title}, ${replicates} replicates, seed ${JSON.stringify(seed)}.`,
    ...part,
    '',
    `results.${format}  one row a replicate, scenario and month; one column an outcome`,
    'summary.csv      mean and quantiles over the replicates, by scenario, outcome and month',
    'summary.json     the same, as `--json` prints it',
    'codebook.csv     what each column means',
    'scenario.yaml    the scenarios as run, one YAML document each',
    'manifest.json    version, seed, hashes of all data, platform, time and command line',
    'SHA256SUMS       checksum of every file, for `sha256sum -c SHA256SUMS`',
    '',
    'To make it again:',
    '',
    `  ${reproduce}`,
    '',
    'To check every file, and some replicates by computing them again:',
    '',
    '  accord-sim verify DIR',
    '',
    'To cite it:',
    '',
    `  Accord contributors. Accord: simulation of labour-management partnership policy in school districts,`,
    `  version ${accord}. ${what}, ${population.id}, ${replicates} replicates, seed ${JSON.stringify(seed)}.`,
    ...Object.entries(digests ?? {}).map(([name, digest]) => `  Digest of ${name}: ${digest}`),
    '',
    'API-equivalent points rest on an association in 26 schools of one district; they are effects only if that',
    'association is causal.',
    '',
  ].join('\n');
}
