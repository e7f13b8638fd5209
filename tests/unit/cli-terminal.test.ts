import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellLine, shellWords } from '../../engine/telling/shell-line.js';
import { Gather } from '../../engine/cli/input/gather.js';
import { simulationOptions } from '../../engine/cli/input/option-sets.js';
import { type RawShared, readShared, shareOptions } from '../../engine/cli/input/shared-options.js';
import { createProgram } from '../../engine/cli/program.js';
import { commandLine, resumeCommand } from '../../engine/cli/terminal/command-line.js';
import { lineView } from '../../engine/cli/terminal/progress.js';
import { reproducingCommand } from '../../engine/output/index.js';
import { InputError } from '../../engine/input/index.js';
import { Command } from 'commander';

const progress = (done: number, rate: number) => ({
  done,
  total: 1000,
  rate,
  blocks: { done: 1, total: 40 },
});

test('away from a terminal progress is one line a tenth, however often it is shown', () => {
  const lines: string[] = [];
  const view = lineView((line) => lines.push(line));
  for (let done = 0; done <= 1000; done++) view.show(progress(done, done === 0 ? 0 : 200));
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('0%  0 of 1,000 simulated futures, block 1 of 40');
  expect(lines[2]).toBe('20%  200 of 1,000 simulated futures, block 1 of 40, 200 a second, 4 s left');
});

test('a command line is quoted so that a shell reads it back, and resumes itself once', () => {
  expect(commandLine(['run', 'my file.yaml', '--seed', "it's"])).toBe(
    "accord-sim run 'my file.yaml' --seed 'it'\\''s'",
  );
  expect(resumeCommand(['run', 'mep'])).toBe('accord-sim run mep --resume');
  expect(resumeCommand(['run', 'mep', '--resume'])).toBe('accord-sim run mep --resume');
});

test('any words come back from their line, through our reading and through a shell', () => {
  const odd = ["it's", 'a b', '$HOME', '', 'x\\', '"', '`id`', 'new\nline', '*', '~', '--set=a="b\'c"'];
  expect(shellWords(shellLine(odd))).toEqual(odd);
  const shell = execFileSync('sh', ['-c', `printf '%s\\0' ${shellLine(odd)}`], { encoding: 'utf8' });
  expect(shell.split('\0').slice(0, -1)).toEqual(odd);
});

test('a reproducing command keeps every word that makes the result, whatever stands in it', () => {
  const words = ['run', "it's.yaml", '--set', 'assumptions.apiPersistence=.3', '--seed', "a --out 'b"];
  const printed = ['--json', '--out', "o'clock $1", '--shard=1/2', '--resume', '--quiet'];
  expect(shellWords(reproducingCommand(commandLine([...words, ...printed]), ['--shard']))).toEqual([
    'accord-sim',
    ...words,
    '--out',
    'DIR',
  ]);
});

test('gathered problems come together and each once; other errors come through', async () => {
  const gather = new Gather();
  const wrong = (value: string) => () => {
    throw new InputError([{ path: 'x', value, rule: 'must be y', remedy: '' }]);
  };
  for (const value of ['a', 'b', 'a']) await gather.check(wrong(value));
  expect(() => gather.report()).toThrow("x: 'a' must be y\nx: 'b' must be y");
  await expect(gather.check(() => Promise.reject(new RangeError('bug')))).rejects.toThrow(RangeError);
});

test('the common options have the defaults that the page has', async () => {
  const command = shareOptions(new Command(), simulationOptions).parse([], { from: 'user' });
  const gather = new Gather();
  const options = await readShared(command.opts<RawShared>(), gather);
  gather.report();
  expect(options).toMatchObject({
    replicates: 1000,
    seed: '2012',
    format: 'parquet',
    set: [],
    resume: false,
  });
  expect([options.years, options.population, options.workers, options.shard, options.out]).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('every command says what it does in one line without a stop', () => {
  for (const command of createProgram().commands) {
    expect(command.description()).toMatch(/^[a-z].*[^.]$/);
    expect(command.description()).not.toContain('\n');
  }
});

/** What a command prints before it ends by itself. */
async function printed(...words: readonly string[]): Promise<string> {
  let text = '';
  const program = createProgram();
  const listen = (command: Command): void => {
    command.configureOutput({ writeOut: (part) => (text += part) });
    command.commands.forEach(listen);
  };
  listen(program);
  await expect(program.parseAsync(words, { from: 'user' })).rejects.toMatchObject({ exitCode: 0 });
  return text;
}

test('help tells of a command what its own --help tells, however deep it lies', async () => {
  expect(await printed('help', 'run')).toMatch(/Usage: accord-sim run [^]*--replicates <n>/);
  expect(await printed('help', 'run')).toBe(await printed('run', '--help'));
  expect(await printed('help', 'population', 'import')).toBe(await printed('population', 'import', '--help'));
  expect(await printed('help')).toBe(await printed('--help'));
  const attempt = createProgram().parseAsync(['help', 'rum'], { from: 'user' });
  await expect(attempt).rejects.toThrow("help: 'rum' must be the name of a command; did you mean run?");
});
