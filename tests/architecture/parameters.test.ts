import { describe, expect, test } from 'vitest';
import { parameterIndex, parameters } from '../../engine/evidence/index.js';
import { levers } from '../../engine/model/levers/index.js';
import { namedReads, possibleReads } from './parameter-reads.js';
import { parseSource, sourceFiles } from './source-files.js';

const engine = sourceFiles('engine');

describe('parameters and their readers', () => {
  test('every id that the code asks for exists', () => {
    const asked = [...engine].flatMap(([path, source]) => namedReads(source).map((id) => `${path}: ${id}`));
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter((one) => !parameterIndex.has(one.split(': ')[1]!))).toEqual([]);
  });

  test('every parameter is read by a rule, a cost, a population, an instrument or an outcome', () => {
    const read = possibleReads(engine.values());
    expect(parameters.map(({ id }) => id).filter((id) => !read.has(id))).toEqual([]);
  });

  test('a parameter that nobody reads is found', () => {
    const source = parseSource('x.ts', "const rule = { parameters: ['idle'], read: value('used') };");
    expect(possibleReads([source]).has('used')).toBe(true);
    expect(possibleReads([source]).has('idle')).toBe(false);
    expect(namedReads(source)).toEqual(['used']);
  });

  test('levers list parameters that exist, each once', () => {
    const lists = [
      ...levers.map(({ id, parameters: effect, costs }) => ({ id, parameters: [...effect, ...costs] })),
    ];
    for (const { id, parameters: listed } of lists) {
      expect(
        listed.filter((one) => !parameterIndex.has(one)),
        id,
      ).toEqual([]);
      expect(new Set(listed).size, id).toBe(listed.length);
    }
  });
});
