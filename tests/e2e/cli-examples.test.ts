import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProgram } from '../../engine/cli/program.js';
import { shellWords } from '../../engine/telling/shell-line.js';
import { accord, emptyFolder, startAccord } from './accord.js';

const folder = emptyFolder();
const { path: cwd } = folder;
afterAll(() => folder.remove());

/** What a command prints as its help. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

const withChildren = (command: Command): Command[] => [command, ...command.commands.flatMap(withChildren)];

const helps = new Map(
  createProgram()
    .commands.flatMap(withChildren)
    .filter((command) => command.name() !== 'slurm-task')
    .map((command) => [command.name(), helpOf(command)] as const),
);

/** The commands of the example at the end of a help. */
function exampleIn(help: string): string[] {
  const [, example] = /\nExample:\n((?: {2}.*\n)+)$/.exec(help) ?? [];
  if (example === undefined) throw new Error(`a help must end in an example:\n${help}`);
  return example
    .replaceAll(/ \\\n +/g, ' ')
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

/** The file that a help shows indented under a line that names it. */
function fileIn(help: string, name: string): string {
  const [, text] = new RegExp(`, ${name}:\\n\\n((?: {2}.*\\n)+)`).exec(help) ?? [];
  if (text === undefined) throw new Error(`the help must show ${name}`);
  return text.replaceAll(/^ {2}/gm, '');
}

/** These run until they are stopped, or long: they are stopped once they say this. */
const running = new Map([
  ['serve', /Accord is at http/],
  ['calibrate', /^\d+%/m],
]);

beforeAll(() => {
  writeFileSync(join(cwd, 'doubts.yaml'), fileIn(helps.get('sweep')!, 'doubts.yaml'));
  writeFileSync(join(cwd, 'districts.csv'), fileIn(helps.get('import')!, 'districts.csv'));
});

/** By line: what several examples begin with is run once. */
const done = new Set<string>();

test.each([...helps.keys()])('the example of %s can be typed as it stands', async (name) => {
  for (const line of exampleIn(helps.get(name)!)) {
    const [program, ...words] = shellWords(line);
    expect(program).toBe('accord-sim');
    if (done.has(line)) continue;
    done.add(line);
    const until = running.get(words[0]!);
    if (until) {
      const run = startAccord(words, { cwd });
      await run.seen(until);
      run.child.kill('SIGINT');
      expect([0, 130]).toContain((await run.done).code);
    } else {
      const { code, stdout, stderr } = await accord(words, { cwd });
      expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
  }
});
