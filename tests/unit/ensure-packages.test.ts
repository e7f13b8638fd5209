import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../.scripts/ensure.mjs', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-'));
  mkdirSync(join(folder, '.scripts'));
  copyFileSync(script, join(folder, '.scripts', 'ensure.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), '{}');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script in a project without packages, with an npm that says something and ends with a code. */
function ensure(says: string, code: number): { readonly code: number | null; readonly stderr: string } {
  const npm = join(folder, 'npm');
  writeFileSync(npm, `#!/bin/sh\ncat >&2 <<'END'\n${says}\nEND\nexit ${code}\n`);
  chmodSync(npm, 0o755);
  const { status, stderr } = spawnSync(process.execPath, [join(folder, '.scripts', 'ensure.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  return { code: status, stderr };
}

const write = /cannot write to its cache or to this folder: .*npm_config_cache/;
const reach = /cannot reach a package registry: .*npm_config_registry/;

test.each([
  ['a cache that cannot be written', 'npm error code EACCES\nnpm error syscall mkdir', write, reach],
  ['a home that is read only', 'npm error code EROFS\nnpm error syscall mkdir', write, reach],
  [
    'a full disk',
    'npm error code ENOSPC\nnpm error nospc There appears to be insufficient space',
    write,
    reach,
  ],
  ['a registry that refuses', 'npm error code ECONNREFUSED\nnpm error syscall connect', reach, write],
  ['a registry without a name', 'npm error code EAI_AGAIN\nnpm error syscall getaddrinfo', reach, write],
])('%s is named as what keeps the packages away', (_, says, cause, other) => {
  const { code, stderr } = ensure(says, 243);
  expect(code).toBe(1);
  expect(stderr).toContain(says);
  expect(stderr).toMatch(cause);
  expect(stderr).not.toMatch(other);
});

test('where npm does not say why, both usual causes are named', () => {
  const { code, stderr } = ensure('npm error Exit handler never called!', 1);
  expect(code).toBe(1);
  expect(stderr).toMatch(write);
  expect(stderr).toMatch(reach);
});

test('packages that npm installs are no cause to stop', () => {
  expect(ensure('npm warn deprecated', 0).code).toBe(0);
});
