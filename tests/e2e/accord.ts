import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program as built; ACCORD_CLI names another, such as that of an installed package. */
export const cli =
  process.env['ACCORD_CLI'] ?? fileURLToPath(new URL('../../dist/engine/cli.js', import.meta.url));

export interface Outcome {
  /** Null when a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly done: Promise<Outcome>;
  /** Resolves when stdout and stderr together match; rejects when the process ends before. */
  seen(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts the built command line in a folder of its own choice. */
export function startAccord(
  args: readonly string[],
  {
    cwd = tmpdir(),
    env = {},
  }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Started {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...env } });
  const text = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
      for (const watch of watchers) watch();
    });
  }
  const done = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...text }));
  });
  const seen = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(text.stdout + text.stderr);
        if (match) resolve(match);
      };
      watchers.add(look);
      look();
      void done.then(() =>
        reject(new Error(`it ended without ${String(pattern)}:\n${text.stdout}${text.stderr}`)),
      );
    });
  return { child, done, seen };
}

/** Runs the built command line to its end. */
export function accord(
  args: readonly string[],
  options: Parameters<typeof startAccord>[1] = {},
): Promise<Outcome> {
  return startAccord(args, options).done;
}

/** A new empty folder, and how to delete it. */
export function emptyFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'accord-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
