import { ESLint, Linter } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({ cwd: new URL('../../', import.meta.url).pathname });

/** What the repository's lint says of a line, by the rules on determinism, were it in the given file. */
async function complaints(path: string, code: string): Promise<string[]> {
  const { rules } = (await eslint.calculateConfigForFile(path)) as Linter.Config;
  const wanted = Object.entries(rules ?? {}).filter(([name]) => name.startsWith('no-restricted-'));
  return new Linter().verify(code, [{ rules: Object.fromEntries(wanted) }]).map((message) => message.message);
}

const places = [
  'engine/random/x.ts',
  'engine/population/x.ts',
  'engine/model/rules/x.ts',
  'engine/model/x.ts',
  'engine/run.ts',
  'engine/trace.ts',
];

const faults = [
  'Math.random()',
  'Math.exp(1)',
  'Math.log(2)',
  'Math.pow(2, 3)',
  'Math.sin(1)',
  "Math['exp'](1)",
  'const { exp } = Math',
  'const m = Math',
  'Date.now()',
  'new Date()',
  'performance.now()',
  'const y = 2 ** 3',
  "'a'.localeCompare('b')",
];

describe.each(places)('lint keeps %s deterministic', (path) => {
  test.each(faults)('%s is refused', async (code) => {
    expect(await complaints(path, code)).not.toEqual([]);
  });

  test.each(['Math.imul(2, 3)', 'Math.sqrt(2)', 'Math.floor(1.5) * 2', 'const t = update'])(
    '%s is fine',
    async (code) => {
      expect(await complaints(path, code)).toEqual([]);
    },
  );
});
