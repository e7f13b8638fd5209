// Prints how fast the built command line and the built page are. Nothing depends on what it prints.
//   npm run bench [-- --runs 5]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { timePage } from './time-page.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
const cli = fileURLToPath(new URL('../../dist/engine/cli.js', import.meta.url));

function seconds(...parameters) {
  const given = parameters.map((one) => (typeof one === 'function' ? one() : one));
  const begin = performance.now();
  execFileSync(process.execPath, [cli, ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  return (performance.now() - begin) / 1000;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function line(what, figure, unit, goal) {
  console.log(`${what.padEnd(62)}${figure.padStart(9)} ${unit}${goal ? `   goal ${goal}` : ''}`);
}

const repeated = (...parameters) => median(Array.from({ length: runs }, () => seconds(...parameters)));

console.log(
  `${cpus()[0].model}, ${availableParallelism()} cores, Node ${process.versions.node}; median of ${runs}`,
);
const start = repeated('list');
line('command line, start', start.toFixed(2), 's');
for (const [what, scenario, replicates] of [
  ['Massachusetts, 10 years, 1,000 replicates, after start', 'mep', '1000'],
  ['nation, 10 years, 10 replicates, after start', 'nation', '10'],
]) {
  const time = repeated('run', scenario, '--years', '10', '--replicates', replicates, '--json') - start;
  line(what, time.toFixed(2), 's', '3.00');
}
const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
let written = 0;
const simulating = repeated('run', 'mep', '--replicates', '500', '--quiet');
const writing = repeated('run', 'mep', '--replicates', '500', '--quiet', '--out', () =>
  join(folder, String(written++)),
);
rmSync(folder, { recursive: true });
const share = (100 * (writing - simulating)) / (simulating - start);
line('Parquet, summaries and manifest, share of simulating', share.toFixed(0), 'percent', '15');
const page = await timePage(runs);
for (const [what, times, goal] of [
  ['page, from opening to the first numbers', page.opening, '1000'],
  ['page, from a lever moving to the first new numbers', page.later, '200'],
  ['page, the same at once after opening, workers starting', page.first],
]) {
  line(what, median(times).toFixed(0), 'ms', goal);
}
