import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

/** What may lie at the top: the four folders and the customary files. */
const allowed = new Set([
  'engine',
  'ui',
  'scenarios',
  'tests',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vitest.config.ts',
  'eslint.config.js',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.engine.json',
  'tsconfig.node.json',
  'tsconfig.ui.json',
  'tsconfig.tests.json',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'CITATION.cff',
  'LICENSE',
]);

test('the top level holds only what the architecture names', () => {
  const ignored = readFileSync(new URL('.gitignore', root), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const names = readdirSync(root).filter((name) => !name.startsWith('.') && !ignored.includes(name));
  expect(names.filter((name) => !allowed.has(name))).toEqual([]);
});

test('every test lies in a folder that a project of vitest runs', () => {
  const run = /^(unit|properties|exact|baselines|architecture|browser|e2e)\//;
  const tests = readdirSync(new URL('tests', root), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(test|spec)\.[cm]?[jt]s$/.test(path));
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((path) => !run.test(path) || !path.endsWith('.test.ts'))).toEqual([]);
});
