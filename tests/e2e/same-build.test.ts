import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyFolder } from './accord.js';

const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

beforeEach(() => vi.stubEnv('NODE_ENV', 'production'));
afterEach(() => vi.unstubAllEnvs());

/** Has the modules come in an order of its own, as they do on a busy machine: by the bits of a hash, or against them. */
function inOrder(against: boolean): Plugin {
  return {
    name: 'in-order',
    enforce: 'pre',
    async load(id) {
      const place = createHash('sha256').update(relative('.', id)).digest()[0]! % 8;
      await rest(4 * (against ? 7 - place : place));
    },
  };
}

/** SHA-256 of every file of a build, by path. */
async function built(mode: string, against: boolean): Promise<Readonly<Record<string, string>>> {
  const folder = emptyFolder();
  try {
    await build({
      configFile,
      mode,
      logLevel: 'error',
      plugins: [inOrder(against)],
      build: { outDir: folder.path, reportCompressedSize: false },
    });
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return Object.fromEntries(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(folder.path, path), createHash('sha256').update(readFileSync(path)).digest('hex')];
      }),
    );
  } finally {
    folder.remove();
  }
}

test.each([
  ['page', 'production', 'index.html'],
  ['engine', 'node', 'index.js'],
])(
  'two builds of the %s are the same to the byte, in whatever order their modules come',
  async (_, mode, entry) => {
    const [first, second] = await Promise.all([built(mode, false), built(mode, true)]);
    expect(first).toHaveProperty([entry]);
    expect(second).toEqual(first);
  },
);
