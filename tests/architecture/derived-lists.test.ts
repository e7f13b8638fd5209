import ts from 'typescript';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { levers } from '../../engine/model/levers/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import type * as NetworkDensity from '../../engine/model/outcomes/network-density.js';
import { nodesOf, parseSource, sourceFiles } from './source-files.js';

/** The three states of a district, which make up the whole, and the steps that a readout names. */
const argued = [
  "engine/telling/horizon.ts: 'adversarial', 'ibbTrained', 'collaborative'",
  "ui/districts/draw-districts.ts: 'adversarial', 'ibbTrained', 'collaborative'",
  "ui/charts/funnel.ts: 'engaged', 'trained', 'ratified'",
];

/** Arrays in a file that name two or more of some ids and nothing else. */
function handLists(path: string, source: ts.SourceFile, ids: ReadonlySet<string>): string[] {
  return [...nodesOf(source)].filter(ts.isArrayLiteralExpression).flatMap(({ elements }) => {
    const words = elements.filter(ts.isStringLiteral).map(({ text }) => text);
    if (words.length < 2 || words.length < elements.length || words.some((word) => !ids.has(word))) return [];
    return [`${path}: ${words.map((word) => `'${word}'`).join(', ')}`];
  });
}

describe('what shows outcomes and levers derives from their files', () => {
  const files = [...sourceFiles('engine', 'ui')].filter(
    ([path]) => !/^engine\/model\/(rules|instruments|outcomes|levers)\//.test(path),
  );
  const found = (ids: readonly string[]): string[] =>
    files.flatMap(([path, source]) => handLists(path, source, new Set(ids)));

  test('no list of outcomes is written by hand', () => {
    expect(found(outcomes.map(({ id }) => id)).sort()).toEqual([...argued].sort());
  });

  test('no list of levers is written by hand', () => {
    expect(found(levers.map(({ id }) => id))).toEqual([]);
  });

  test('the check can fail', () => {
    const source = parseSource('x.ts', "const shown = ['lasting', 'cost']; const other = ['lasting', 'a'];");
    expect(handLists('x.ts', source, new Set(['lasting', 'cost']))).toEqual(["x.ts: 'lasting', 'cost'"]);
  });
});

/** Other files of this thread share its modules and must not meet the stand-in. */
afterAll(() => {
  vi.doUnmock('../../engine/model/outcomes/network-density.js');
  vi.resetModules();
});

test('an outcome that is added is in every result, table, price list and codebook', async () => {
  vi.resetModules();
  vi.doMock('../../engine/model/outcomes/network-density.js', async (original) => {
    const { networkDensity } = await original<typeof NetworkDensity>();
    return {
      networkDensity: {
        ...networkDensity,
        id: 'added',
        label: 'Added',
        price: { more: 'one more' },
        rank: 15,
      },
    };
  });
  const { mainOutcomes, pricedGains } = await import('../../engine/model/outcomes/index.js');
  const { inReadingOrder } = await import('../../engine/telling/horizon.js');
  const { codebookCsv } = await import('../../engine/output/codebook.js');
  const bands = {
    label: '',
    unit: '',
    better: 'none',
    mean: [],
    q05: [],
    q25: [],
    q50: [],
    q75: [],
    q95: [],
  };
  const order = inReadingOrder({ cost: bands, added: bands, lasting: bands } as never);
  expect(order.map(([{ id }]) => id)).toEqual(['lasting', 'added', 'cost']);
  expect(mainOutcomes.map(({ id }) => id).indexOf('added')).toBe(1);
  expect(pricedGains.map(({ id }) => id).indexOf('added')).toBe(1);
  expect(codebookCsv()).toContain('added,Added,share of possible ties');
});
