import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { emptyFolder } from './accord.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const anywhere = `
import { type CompareDocument, loadScenario, type Scenario, webPool } from 'accord-sim';
import { discoverSweep, quantile, type SweepDesign } from 'accord-sim/analysis';
export const scenario: Scenario = loadScenario('mep');
export const middle: number = quantile([1, 2, 3], 0.5);
export const calls = [webPool, discoverSweep];
export type Documents = CompareDocument | SweepDesign;
// @ts-expect-error The types are there, and say what they take.
loadScenario(7);
`;

const inNode = `
import { loadScenario, nodePool, openDirectory, type Scenario, slurmExecutor } from 'accord-sim/node';
export const scenario: Scenario = loadScenario('mep');
export const calls = [nodePool, openDirectory, slurmExecutor];
// @ts-expect-error The types are there, and say what they take.
nodePool({ workers: 'two' });
`;

test.each([
  ['any runtime', anywhere],
  ['Node', inNode],
])('the published types for %s stand alone: no types of Node, of a browser or of a package', (_, program) => {
  const built = join(root, 'dist/types/engine/index.d.ts');
  expect(existsSync(built), `${built} is missing: run \`npm run typecheck\` before these tests`).toBe(true);
  const folder = emptyFolder();
  try {
    mkdirSync(join(folder.path, 'node_modules'));
    symlinkSync(root, join(folder.path, 'node_modules', 'accord-sim'), 'junction');
    writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }');
    const file = join(folder.path, 'consumer.ts');
    writeFileSync(file, program);
    const consumer = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      module: ts.ModuleKind.NodeNext,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    });
    const said = ts.getPreEmitDiagnostics(consumer).map(({ file: at, messageText }) => {
      return `${at?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
    expect(said).toEqual([]);
    const others = consumer
      .getSourceFiles()
      .filter(({ fileName }) => /node_modules\/(?!typescript\/)/.test(fileName));
    expect(others.map(({ fileName }) => fileName)).toEqual([]);
  } finally {
    folder.remove();
  }
});
