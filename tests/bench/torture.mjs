// Kills runs with SIGKILL at random moments, goes on with each, and compares the files with those of a calm run.
// `npm run torture`, or `node tests/bench/torture.mjs 100` for another number of kills.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const kills = Number(process.argv[2] ?? 20);
const program = fileURLToPath(new URL('../../dist/engine/cli.js', import.meta.url));
const command = ['compare', 'no-partnership', 'mep', '--population', 'abc-unified', '--replicates', '1500'];
const folder = mkdtempSync(join(tmpdir(), 'accord-torture-'));

/** Starts the run in a directory, or goes on with it. */
function start(directory) {
  const options = [...command, '--seed', 'torture', '--out', directory, '--resume'];
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (told += text));
  return { child, over: once(child, 'close'), told: () => told };
}

/** Hash of every file but the manifest, which holds the time, and the seal on it. */
function hashesOf(directory) {
  const names = readdirSync(directory, { recursive: true }).filter(
    (name) => !['manifest.json', 'SHA256SUMS'].includes(name),
  );
  const hash = (name) =>
    createHash('sha256')
      .update(readFileSync(join(directory, name)))
      .digest('hex');
  return JSON.stringify(names.sort().map((name) => [name, hash(name)]));
}

const blocksIn = (directory) =>
  existsSync(join(directory, 'blocks'))
    ? readdirSync(join(directory, 'blocks')).filter((name) => name.endsWith('.block')).length
    : 0;

/** Blocks that a run says it has at its start. */
const keptBy = (told) => Number(/block (\d+) of/.exec(told)?.[1] ?? 0);

let failed = false;
const check = (right, what) => {
  if (!right) failed = true;
  console.log(`${right ? 'right' : 'WRONG'}: ${what}`);
};

try {
  const calm = join(folder, 'calm');
  const began = performance.now();
  await start(calm).over;
  const wholeMs = performance.now() - began;
  const expected = hashesOf(calm);
  let round = 0;
  let left = 0;
  let directory = join(folder, 'round-0');
  for (let kill = 1; kill <= kills; kill++) {
    const run = start(directory);
    await Promise.race([wait(Math.random() * wholeMs * 0.7), run.over]);
    run.child.kill('SIGKILL');
    await run.over;
    if (/block \d+ of/.test(run.told()) && left > 0) {
      check(keptBy(run.told()) === left, `kill ${kill}: the run went on with all ${left} blocks on disk`);
    }
    left = blocksIn(directory);
    if (run.child.exitCode !== 0) continue;
    check(hashesOf(directory) === expected, `round ${round} ended in the files of the calm run`);
    directory = join(folder, `round-${++round}`);
  }
  await start(directory).over;
  check(hashesOf(directory) === expected, `round ${round} ended in the files of the calm run`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
