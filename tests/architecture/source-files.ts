import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = new URL('../../', import.meta.url).pathname;

/** The parsed TypeScript below folders of the repository, by path from its root. */
export function sourceFiles(...folders: readonly string[]): Map<string, ts.SourceFile> {
  const files = new Map<string, ts.SourceFile>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/(?<!\.d)\.ts$/.test(entry.name)) continue;
      const path = relative(root, join(entry.parentPath, entry.name));
      files.set(path, parseSource(path, readFileSync(join(root, path), 'utf8')));
    }
  }
  return files;
}

export function parseSource(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every node below one, itself included, but for the subtrees that `skip` names. */
export function* nodesOf(node: ts.Node, skip: (node: ts.Node) => boolean = () => false): Generator<ts.Node> {
  if (skip(node)) return;
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesOf(child, skip);
}
