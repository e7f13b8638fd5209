import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  compare,
  inProcess,
  planEnsemble,
  type CompareDocument,
  type EnsembleSpec,
  type SimulateOptions,
} from '../../engine/ensemble/index.js';
import { openStore, sealFile, type OpenOptions } from '../../engine/node/store/index.js';
import { fakeKernel, scenarioWith, tinyPopulation } from './ensemble-fake-kernel.js';

/** A path in a folder of its own that is deleted after the test. */
export function freshPath(name = 'out'): string {
  const folder = mkdtempSync(join(tmpdir(), 'accord-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

export const spec: EnsembleSpec = {
  population: tinyPopulation,
  scenarios: [scenarioWith('a', 0), scenarioWith('b', 5)],
  seed: 'x',
  replicates: 110,
};

/** Compares into an output directory, as the command line does. */
export async function compareInto(
  directory: string,
  changes: Partial<EnsembleSpec> = {},
  options: Partial<OpenOptions> & Pick<SimulateOptions, 'signal' | 'onProgress'> = {},
): Promise<CompareDocument> {
  const changed = { ...spec, ...changes };
  const { signal, onProgress, ...open } = options;
  const store = await openStore(await planEnsemble(changed), {
    directory,
    kind: 'compare',
    commandLine: 'accord-sim compare a b',
    ...open,
  });
  try {
    return await compare(changed, inProcess(fakeKernel), { store, signal, onProgress });
  } finally {
    store.close();
  }
}

/** Every file of a directory with the hash of its bytes, apart from the manifest, which holds the time, and the seal on it. */
export function filesOf(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['manifest.json', sealFile].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names
      .sort()
      .map((path) => [
        path.slice(directory.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}
