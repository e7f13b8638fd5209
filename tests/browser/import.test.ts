import { afterEach, describe, expect, test } from 'vitest';
import { hashPopulation } from '../../engine/ensemble/data-hash.js';
import { InputError } from '../../engine/input/problem.js';
import { parsePopulationCsv } from '../../engine/population/index.js';
import { importedPopulations, readImported } from '../../ui/device/imported.js';
import { openPopulation } from '../../ui/engine/open-population.js';
import {
  keepReadFile,
  populationFigures,
  populationHash,
  readPopulationFile,
} from '../../ui/engine/population-service.js';

const text = [
  'district,state,students,low-income share,contract expiry',
  'Alder,North,2048,0.25,2013-07',
  'Birch,North,512,0.5,',
].join('\n');
const options = { path: 'my.csv', firstMonth: '2012-07' };

async function keep(csv = text): Promise<void> {
  await readPopulationFile(new Blob([csv]), options);
  await keepReadFile('my.csv');
}

afterEach(async () => {
  for (const { id } of importedPopulations.value) await importedPopulations.forget(id);
});

describe('a file of districts', () => {
  test('is described by the worker that read it, and kept only when asked', async () => {
    const read = await readPopulationFile(new Blob([text]), options);
    if (read.kind !== 'read') throw new Error('refused');
    expect(read.first.map(({ name, contractMonths }) => [name, contractMonths])).toEqual([
      ['Alder', 12],
      ['Birch', -1],
    ]);
    expect(read.description).toMatchObject({ districts: 2, students: 2560, contractsKnown: 1 });
    expect(importedPopulations.value).toEqual([]);
    await keepReadFile('my.csv');
    expect(importedPopulations.value).toMatchObject([{ id: 'my.csv', districts: 2, synthetic: false }]);
  });

  test('gives in page and worker the districts that the command line reads from it', async () => {
    await keep();
    const parsed = parsePopulationCsv(text, options);
    if ('problems' in parsed) throw new Error('refused');
    const hash = hashPopulation(parsed.population);
    expect(hashPopulation(await openPopulation('my.csv'))).toBe(hash);
    expect(await populationHash('my.csv')).toBe(hash);
    expect(await populationFigures('my.csv')).toMatchObject({ districts: 2 });
  });

  test('counts its contracts from the month in which the run begins', async () => {
    await keep();
    const later = await openPopulation('my.csv', '2013-01');
    expect([...later.districts.contractMonths]).toEqual([6, -1]);
    const kept = await openPopulation('my.csv', '2012-07');
    expect([...kept.districts.contractMonths]).toEqual([12, -1]);
  });

  test('of an earlier name is replaced', async () => {
    await keep();
    await openPopulation('my.csv');
    await keep(`${text}\nCedar,North,600,0.1,`);
    expect(importedPopulations.value).toHaveLength(1);
    expect((await openPopulation('my.csv')).districts.count).toBe(3);
  });

  test('with faults names all of them and leaves nothing to keep', async () => {
    const read = await readPopulationFile(new Blob([text.replace('2048', 'many')]), options);
    expect(read).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column: 'students', value: 'many' }],
    });
    await expect(keepReadFile('my.csv')).rejects.toThrow('no file was read');
    expect(importedPopulations.value).toEqual([]);
  });

  test('once removed cannot be opened, and once put back can', async () => {
    await keep();
    const held = (await readImported('my.csv'))!;
    await importedPopulations.forget('my.csv');
    await expect(openPopulation('my.csv')).rejects.toThrow(InputError);
    await importedPopulations.keep(held);
    expect((await openPopulation('my.csv')).districts.count).toBe(2);
  });
});
