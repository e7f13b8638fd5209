// Is the front of `accord optimise` worth its runs? Its hypervolume on 400 futures that no search has seen, against that of
// random searches of as many runs, over seeds and populations; whether it reaches an affordable maximum; and how near it
// comes to a full grid of two levers. About half an hour on two cores.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import {
  addressedUniform,
  evaluateMixes,
  factorial,
  hypervolume,
  leverAmounts,
  paretoFront,
  parseFactors,
} from '../../dist/engine/analysis.js';
import {
  levers,
  loadPopulation,
  loadScenario,
  nodePool,
  parsePopulationCsv,
} from '../../dist/engine/node.js';

const program = fileURLToPath(new URL('../../dist/engine/cli.js', import.meta.url));
const table = new URL('../baselines/long/optimise.md', import.meta.url);
const seeds = ['a', 'b', 'c', 'd', 'e'];
const outcome = 'lasting';
const budget = 30e6;
const judges = { seed: 'judge', replicates: 400 };
/** Mixes that a random search hands on to be judged, as an optimisation does. */
const judged = 48;

const folder = mkdtempSync(join(tmpdir(), 'accord-optimise-'));
const executor = nodePool({ workers: cpus().length });
const scenario = loadScenario('mep');

/** Forty made-up districts, from small to large and from rich to poor. */
function fortyDistricts() {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const district = index + 1;
    const students = 400 + ((district * 7919) % 97) * 113;
    return `District ${district},${students},${5 + ((district * 104_729) % 83)}`;
  });
  return `district,students,low income percent\n${rows.join('\n')}\n`;
}

async function optimise(population, seed, more = []) {
  const args = ['optimise', 'mep', '--population', population, '--outcome', outcome, '--seed', seed];
  const child = spawn(process.execPath, [program, ...args, '--json', '--quiet', ...more]);
  const [printed, told] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`optimise ended with ${child.exitCode}: ${told}`);
  return JSON.parse(printed);
}

const steps = Object.fromEntries(
  levers.flatMap(({ id, fields }) => fields.map(({ id: field, step }) => [`levers.${id}.${field}`, step])),
);
const onStep = ({ address, low, high }, value) => {
  const step = steps[address];
  return Math.min(Math.max(Number((Math.round(value / step) * step).toPrecision(12)), low), high);
};
const mixesOf = (document, factors) =>
  document.mixes.map(({ levers: amounts }) => Float64Array.from(factors, ({ address }) => amounts[address]));

const objectives = ({ gain, gain05, cost }) => [-gain, -gain05, cost];
const affordable = (mixes) => mixes.filter(({ cost }) => cost <= budget);
const frontOf = (mixes) =>
  paretoFront(mixes.map((mix) => ({ objectives: objectives(mix), violation: 0 }))).map(
    (index) => mixes[index],
  );

/**
 * The front of a random search, chosen on the same futures and judged on the same fresh ones as that of an optimisation.
 *
 * @param shareOf what of each mix is left: all of it, or a random share, so that more of them are affordable
 */
async function randomSearch(spec, { searchedMixes, searchReplicates, replicates }, shareOf) {
  const uniform = addressedUniform(spec.seed, 'random search');
  const { factors } = spec;
  const mixes = Array.from({ length: searchedMixes }, (_, run) => {
    const share = shareOf(uniform(0, run, factors.length));
    return Float64Array.from(factors, (factor, at) =>
      onStep(factor, factor.low + share * uniform(0, run, at) * (factor.high - factor.low)),
    );
  });
  const seen = await evaluateMixes(mixes, { ...spec, replicates: searchReplicates }, executor);
  const candidates = frontOf(affordable(seen)).slice(0, judged);
  const fresh = { ...spec, replicates, firstReplicate: searchReplicates };
  const again = await evaluateMixes(
    candidates.map(({ mix }) => mix),
    fresh,
    executor,
  );
  return frontOf(affordable(again)).map(({ mix }) => mix);
}

/** Several lists of mixes on futures that no search has seen; those that overspend there count for nothing. */
async function judge(lists, spec) {
  const all = await evaluateMixes(lists.flat(), { ...spec, ...judges }, executor);
  let from = 0;
  return lists.map(({ length }) => affordable(all.slice(from, (from += length))));
}

/** Volume that each front dominates, up to one reference: nothing gained, the largest spread of all, the whole budget. */
function volumesOf(fronts) {
  const spread = Math.max(...fronts.flat().map(({ gain, gain05 }) => gain - gain05));
  return fronts.map((front) => hypervolume(front.map(objectives), [0, spread, budget]));
}

const best = (front) => front.reduce((a, b) => (b.gain > a.gain ? b : a));

/** Mean of a minus b over the futures that they share, and its standard error. */
function pairedDifference(a, b) {
  const differences = a.gains.map((gain, future) => gain - b.gains[future]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (differences.length - 1) / differences.length) };
}

const rows = [];
const failures = [];

async function againstRandom(name, path, population) {
  const factors = leverAmounts(scenario);
  const everything = Float64Array.from(factors, ({ high }) => high);
  for (const seed of seeds) {
    const spec = { scenario, population, factors, outcome, seed };
    const document = await optimise(path, seed, ['--budget', String(budget)]);
    const own = mixesOf(document, factors);
    const uniform = await randomSearch(spec, document, () => 1);
    const shares = await randomSearch(spec, document, (share) => share);
    const [front, uniformFront, sharesFront, limits] = await judge(
      [own, uniform, shares, [everything]],
      spec,
    );
    const [volume, ...rivals] = volumesOf([front, uniformFront, sharesFront]);
    const top = best(front);
    const against = limits.length === 0 ? undefined : pairedDifference(top, limits[0]);
    // The best on the front may lose to the maximum by luck, never by more.
    const reached = against === undefined || against.mean >= -2 * against.error;
    if (rivals.some((rival) => volume < rival))
      failures.push(`${name}, seed ${seed}: random search is better`);
    if (!reached) failures.push(`${name}, seed ${seed}: the affordable maximum is not reached`);
    rows.push([
      name,
      seed,
      document.searchedMixes,
      ...[volume, ...rivals].map((each) => (each / 1e9).toFixed(2)),
      ...rivals.map((rival) => (volume / rival).toFixed(2)),
      ...[top, best(uniformFront), best(sharesFront)].map(({ gain }) => gain.toFixed(1)),
      (top.cost / 1e6).toFixed(1),
      against
        ? `${limits[0].gain.toFixed(1)} (${against.mean.toFixed(2)} ± ${against.error.toFixed(2)})`
        : 'too dear',
      document.hypervolume.growing ? `${(100 * document.hypervolume.lateGrowth).toFixed(1)}%` : 'at rest',
    ]);
    console.error(rows.at(-1).join(' | '));
  }
}

/** Share of a full grid's hypervolume, where both are judged on the same futures. */
async function againstGrid(path, population) {
  const list = 'levers.learningNetwork.ties,levers.research.programmes';
  const factors = parseFactors(list, scenario, '--factors');
  const spec = { scenario, population, factors, outcome };
  const levels = factors.map(({ address, low, high }) =>
    Array.from(
      { length: Math.round((high - low) / steps[address]) + 1 },
      (_, step) => low + step * steps[address],
    ),
  );
  const grid = factorial(levels).map((point) => Float64Array.from(point));
  const size = ['--mixes', '8', '--generations', '7', '--budget', String(budget)];
  const document = await optimise(path, 'grid', ['--factors', list, ...size]);
  const [front, whole] = volumesOf(await judge([mixesOf(document, factors), grid], spec));
  const share = front / whole;
  if (share < 0.98) failures.push(`two levers: ${(100 * share).toFixed(1)} percent of the full grid`);
  return `${document.searchedMixes} runs of a grid of ${grid.length} mixes reach ${(100 * share).toFixed(1)} percent of its hypervolume.`;
}

try {
  const csv = join(folder, 'forty.csv');
  writeFileSync(csv, fortyDistricts());
  const { population } = parsePopulationCsv(fortyDistricts(), { path: csv, firstMonth: scenario.firstMonth });
  const grid = await againstGrid(csv, population);
  console.error(grid);
  await againstRandom('40 districts', csv, population);
  await againstRandom('massachusetts', 'massachusetts', await loadPopulation('massachusetts'));
  const head = [
    ...['Population', 'Seed', 'Runs', 'Front', 'Uniform', 'Shares', 'Front / uniform', 'Front / shares'],
    ...['Best of front', 'of uniform', 'of shares', 'Its cost, $M', 'All at limits', 'Still growing'],
  ];
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  mkdirSync(new URL('.', table), { recursive: true });
  writeFileSync(
    table,
    `# optimise against random search

\`optimise mep --outcome ${outcome} --budget ${budget}\` and random searches of as many runs, judged on ${judges.replicates}
futures that none has seen. Hypervolume in districts squared times 10^9 dollars; uniform: amounts anywhere in their ranges;
shares: the same, each mix scaled down by a random share. Best: districts in lasting collaboration gained. All at limits: the same
where it is affordable, and by how much the best of the front differs from it (± standard error). \`npm run check:long -- optimise\`
writes this file.

${lines.join('\n')}

Two levers (ties and programmes) on the 40 districts: ${grid}
`,
  );
  for (const failure of failures) console.error(`WRONG: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  await executor.close();
  rmSync(folder, { recursive: true, force: true });
}
