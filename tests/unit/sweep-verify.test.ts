import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSweepDesign, planSweep, runSweep } from '../../engine/analysis/index.js';
import { inProcess } from '../../engine/ensemble/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { sweepIdentity } from '../../engine/output/index.js';
import { openSweep, sealDirectory, verifySweep } from '../../engine/node/store/index.js';
import { loadPopulation } from '../../engine/population/index.js';
import { freshPath } from './store-directory.js';
import { oneYear } from './study-kernel.js';

/** A real, small sweep of which one run cannot be, on disk. */
async function realSweep(stopAfter = Infinity): Promise<string> {
  const directory = freshPath();
  const designText =
    'title: A\nscenario: mep\ndesign: factorial\nfactors:\n' +
    '  levers.research.from: [0, 9]\n  levers.research.until: [6, 12]\n';
  const plan = planSweep(parseSweepDesign(designText, 'd.yaml'), oneYear('mep'), 'a');
  const population = await loadPopulation('abc-unified');
  const spec = { population, seed: 'a', replicates: 2, outcomes: outcomes.map(({ id }) => id) };
  const open = await openSweep(plan, sweepIdentity(plan, population, 'a', 2), {
    directory,
    resume: false,
    commandLine: 'accord-sim sweep',
    designText,
  });
  try {
    let done = 0;
    const onRun = async (run: Parameters<typeof open.add>[0]) => {
      await open.add(run);
      if (++done === stopAfter) throw new Error('killed');
    };
    await open.finish(await runSweep(plan, spec, inProcess(), { onRun }));
  } finally {
    await open.close();
  }
  return directory;
}

test('runs of a finished sweep are computed again to the same bits, failed ones included', async () => {
  const report = await verifySweep(await realSweep());
  expect(report).toMatchObject({ ok: true, faults: [], extra: [] });
  expect(report.runs.map(({ run, difference }) => [run, difference])).toEqual(
    [0, 1, 2, 3].map((run) => [run, undefined]),
  );
});

test('a changed figure is named, by its file and, sealed anew, by its column', async () => {
  const directory = await realSweep();
  const path = join(directory, 'runs.csv');
  const lines = readFileSync(path, 'utf8').split('\n');
  const column = lines[0]!.split(',').indexOf('cost_mean');
  const cells = lines[2]!.split(',');
  cells[column] = '123.5';
  lines[2] = cells.join(',');
  writeFileSync(path, lines.join('\n'));
  expect(await verifySweep(directory)).toMatchObject({ ok: false, faults: [{ path, value: 'changed' }] });
  await sealDirectory(directory);
  const report = await verifySweep(directory);
  expect(report).toMatchObject({ ok: false, faults: [] });
  expect(report.runs[1]!.difference).toMatch(/^cost_mean = 123\.5 must be /);
  expect(report.runs.filter(({ difference }) => difference !== undefined)).toHaveLength(1);
});
