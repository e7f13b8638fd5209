import { builtinModules } from 'node:module';
import type { ImportGraph } from './import-graph.js';

/**
 * The pipeline, in its one direction: a layer imports from its own row and the rows above it. Layers of
 * one row may use each other as long as no circle comes of it.
 */
const rows = [
  ['engine/input', 'engine/random'],
  ['engine/evidence', 'engine/population', 'engine/statistics'],
  ['engine/model'],
  ['engine/scenario'],
  ['engine/run.ts', 'engine/trace.ts'],
  ['engine/ensemble'],
  ['engine/analysis', 'engine/validation'],
  ['engine/telling'],
  ['engine/output'],
  ['engine/index.ts', 'engine/open.ts'],
  ['engine/node'],
  ['engine/cli'],
  ['ui/styles', 'ui/words'],
  ['ui/state'],
  ['ui/device'],
  ['ui/charts', 'ui/engine', 'ui/parts'],
  ['ui/share'],
  ['ui/brief', 'ui/compare', 'ui/districts', 'ui/evidence', 'ui/explore', 'ui/import', 'ui/lab'],
  ['ui/shell', 'ui/main.ts'],
] as const;

/** What the surfaces must reach through the layers between. */
const forbidden = [
  ['engine/cli', 'ui'],
  ['ui', 'engine/cli'],
  ['ui', 'engine/node'],
  ['ui', 'engine/index.ts'],
  ['engine/cli', 'engine/model/rules'],
  ['ui', 'engine/model/rules'],
] as const;

/** The only places for Node's own modules, and for imports of one another. */
const nodePlace = /^engine\/(node|cli)\//;

/** Every breach of the written architecture, each in words; empty when there is none. */
export function breaches(graph: ImportGraph): string[] {
  const found: string[] = [];
  const folders = new Map<string, Set<string>>();
  for (const [file, imports] of graph) {
    const from = layerOf(file);
    if (from === undefined) found.push(`${file} lies in no layer of the architecture`);
    for (const target of imports) {
      if (isNodeModule(target) && !nodePlace.test(file)) found.push(`${file} may not use Node's ${target}`);
      const to = layerOf(target);
      if (from === undefined || to === undefined) continue;
      if (rowOf(to) > rowOf(from)) found.push(`${file} imports ${target}: ${from} may not know ${to}`);
      if (nodePlace.test(target) && !nodePlace.test(file)) found.push(`${file} imports ${target}: Node only`);
      for (const [who, whom] of forbidden) {
        if (within(file, who) && within(target, whom))
          found.push(`${file} imports ${target}: ${who} may not use ${whom}`);
      }
      if (to !== from) folders.set(from, (folders.get(from) ?? new Set()).add(to));
    }
  }
  for (const circle of [...circles(graph), ...circles(new Map([...folders].map(([k, v]) => [k, [...v]])))]) {
    found.push(`import circle: ${circle.join(' -> ')}`);
  }
  return [...new Set(found)];
}

/** Import circles, each as its files in order with the first repeated at the end. */
export function circles(graph: ImportGraph): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) if (graph.has(target)) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

function within(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function layerOf(path: string): string | undefined {
  return rows.flat().find((place) => within(path, place));
}

function rowOf(layer: string): number {
  return rows.findIndex((row) => (row as readonly string[]).includes(layer));
}

function isNodeModule(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}
