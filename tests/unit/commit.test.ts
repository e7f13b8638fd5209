import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { commitOf } from '../../vite.config.js';
import { freshPath } from './store-directory.js';

afterEach(() => vi.unstubAllEnvs());

/** A checkout with one commit of one file. */
function checkout(): { readonly root: string; readonly commit: string } {
  const root = freshPath();
  mkdirSync(root);
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
      cwd: root,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  writeFileSync(join(root, 'a.txt'), 'one');
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  git('tag', 'v1');
  return { root, commit: git('rev-parse', 'HEAD').trim() };
}

test('the commit of a checkout is told in full, and whether its files differ', () => {
  const { root, commit } = checkout();
  expect(commitOf(root)).toBe(commit);
  writeFileSync(join(root, 'a.txt'), 'two');
  expect(commitOf(root)).toBe(`${commit}-dirty`);
});

test('there is no commit without a checkout, inside that of another project or without git', () => {
  const { root } = checkout();
  const inside = join(root, 'node_modules');
  mkdirSync(inside);
  expect(commitOf(inside)).toBeNull();
  vi.stubEnv('PATH', '');
  expect(commitOf(root)).toBeNull();
});
