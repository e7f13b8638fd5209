import { describe, expect, test } from 'vitest';
import { importsOf, readImportGraph } from './import-graph.js';
import { breaches, circles } from './layers.js';

const graphOf = (imports: Record<string, string[]>) => new Map(Object.entries(imports));

test('the import graph of the repository keeps to the architecture', () => {
  const graph = readImportGraph(['engine', 'ui']);
  expect(graph.size).toBeGreaterThan(0);
  expect(breaches(graph)).toEqual([]);
});

describe('the check can fail', () => {
  test.each([
    ['against the direction', 'engine/random/draw.ts', 'engine/model/state.ts', 'may not know'],
    ['from an earlier layer to run.ts', 'engine/model/state.ts', 'engine/run.ts', 'may not know'],
    ['from the page to the command line', 'ui/shell/app.ts', 'engine/cli/main.ts', 'may not use'],
    ['from the command line to the page', 'engine/cli/main.ts', 'ui/shell/app.ts', 'may not use'],
    ['from the page to a rule', 'ui/shell/app.ts', 'engine/model/rules/inquiry.ts', 'may not use'],
    ['from the command line to a rule', 'engine/cli/main.ts', 'engine/model/rules/inquiry.ts', 'may not use'],
    ["to Node's modules", 'engine/model/state.ts', 'node:fs', "may not use Node's"],
    ["to Node's modules, old spelling", 'ui/shell/app.ts', 'worker_threads', "may not use Node's"],
    ['to the Node half of the pool', 'ui/shell/app.ts', 'engine/node/pool.ts', 'Node only'],
    ['to the store', 'engine/output/manifest.ts', 'engine/node/store/atomic.ts', 'Node only'],
    ['from a file in no layer', 'engine/misc.ts', 'engine/random/draw.ts', 'in no layer'],
  ])('an import %s', (_, from, to, words) => {
    expect(breaches(graphOf({ [from]: [to] })).join('\n')).toContain(words);
  });

  test('a circle of files', () => {
    const graph = graphOf({
      'engine/model/a.ts': ['engine/model/b.ts'],
      'engine/model/b.ts': ['engine/model/c.ts'],
      'engine/model/c.ts': ['engine/model/b.ts'],
    });
    expect(circles(graph)).toEqual([['engine/model/b.ts', 'engine/model/c.ts', 'engine/model/b.ts']]);
    expect(breaches(graph)).toHaveLength(1);
  });

  test('a circle of layers without one of files', () => {
    const graph = graphOf({
      'engine/evidence/a.ts': ['engine/population/b.ts'],
      'engine/population/c.ts': ['engine/evidence/d.ts'],
    });
    expect(breaches(graph).join()).toContain('import circle: engine/evidence -> engine/population');
  });
});

test('what the architecture allows is no breach', () => {
  const graph = graphOf({
    'engine/cli/main.ts': ['node:fs', 'commander', 'engine/node/store/atomic.ts', 'engine/scenario/index.ts'],
    'engine/node/pool.ts': ['node:worker_threads', 'engine/run.ts'],
    'engine/population/index.ts': ['engine/input/problem.ts', 'engine/population/population.ts'],
    'ui/shell/app.ts': ['lit', 'engine/ensemble/index.ts', 'engine/model/levers/index.ts'],
  });
  expect(breaches(graph)).toEqual([]);
});

test('every way to import is seen', () => {
  const text = `
    import a from './a.js';
    import type { B } from '../b.js';
    export * from './c.js';
    const d = await import('./d.js');
    new Worker(new URL('./e.ts', import.meta.url));
    import 'node:fs';
    import text from './f.yaml?raw';
  `;
  expect(importsOf('engine/model/x.ts', text).sort()).toEqual(
    [
      'engine/model/a.ts',
      'engine/b.ts',
      'engine/model/c.ts',
      'engine/model/d.ts',
      'engine/model/e.ts',
      'engine/model/f.yaml',
      'node:fs',
    ].sort(),
  );
});
