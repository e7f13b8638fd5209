import { expect, test } from 'vitest';
import * as analysis from '../../engine/analysis/index.js';
import * as engine from '../../engine/node/index.js';
import { figures, sources } from '../../engine/evidence/index.js';
import { rules } from '../../engine/model/rules/index.js';
import { neutralContext } from '../../engine/scenario/context-fields.js';

/** Places in a value that could be changed. */
function open(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => open(part, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

const exported = Object.entries<unknown>({ ...engine, ...analysis }).filter(
  ([, value]) => typeof value === 'object',
);

test('no list or table that the library exports can be changed by who imports it', () => {
  const names = exported.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(['levers', 'outcomes', 'parameters', 'populationNames', 'scenarioNames']),
  );
  expect(exported.flatMap(([name, value]) => open(value, name))).toEqual([]);
  const inner = { figures, sources, rules, neutralContext };
  expect(Object.entries(inner).flatMap(([name, value]) => open(value, name))).toEqual([]);
});

test('a list says so when someone tries', () => {
  const outcomes = engine.outcomes as unknown[];
  const before = outcomes.length;
  expect(() => outcomes.push({})).toThrow(TypeError);
  expect(() => Object.assign(engine.outcomes[0]!, { id: 'x' })).toThrow(TypeError);
  expect(engine.outcomes).toHaveLength(before);
});
