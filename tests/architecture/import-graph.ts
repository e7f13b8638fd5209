import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** Who imports whom: file path to what it imports, both relative to the repository; packages keep their name. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const root = new URL('../../', import.meta.url);

/** The graph of all TypeScript below the folders, type-only and dynamic imports included. */
export function readImportGraph(folders: readonly string[]): ImportGraph {
  const graph = new Map<string, string[]>();
  for (const folder of folders) {
    for (const entry of readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/(?<!\.d)\.ts$/.test(entry.name)) continue;
      const path = posix.relative(root.pathname, posix.join(entry.parentPath, entry.name));
      graph.set(path, importsOf(path, readFileSync(new URL(path, root), 'utf8')));
    }
  }
  return graph;
}

/** What one source text imports, with `.js` of relative imports read as the `.ts` that it stands for. */
export function importsOf(path: string, text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const urls = [...text.matchAll(/new URL\(\s*'(\.[^']+\.ts)',\s*import\.meta\.url/g)].map(
    (match) => match[1]!,
  );
  return [...importedFiles.map((file) => file.fileName), ...urls].map((name) => {
    if (!name.startsWith('.')) return name;
    const target = posix.join(posix.dirname(path), name.replace(/[?#].*$/, ''));
    return target.replace(/\.js$/, '.ts');
  });
}
