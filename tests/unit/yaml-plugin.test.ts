import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { yaml } from '../../vite.config.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-yaml-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function built(text: string): Promise<string> {
  writeFileSync(join(folder, 'faulty.yaml'), text);
  writeFileSync(join(folder, 'main.js'), "import x from './faulty.yaml'; export default x;");
  const output = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [yaml()],
    build: {
      write: false,
      minify: false,
      lib: { entry: join(folder, 'main.js'), formats: ['es'], fileName: 'x' },
    },
  });
  const [first] = [output].flat();
  if (first === undefined || !('output' in first)) throw new Error('vite built nothing');
  return first.output[0].code;
}

test('a document arrives as the value that it says, infinities too', async () => {
  const code = await built('a: [1, .inf, -0.0, no]\n__proto__: {b: null}\n');
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: object };
  expect(Object.entries(module.default)).toEqual([
    ['a', [1, Infinity, -0, 'no']],
    ['__proto__', { b: null }],
  ]);
});

test.each([
  ['a: 1\nb: [1, 2\n', 3],
  ['a: 1\nb: 2\na: 3\n', 3],
])('a fault fails the build and names file and line: %j', async (text, line) => {
  await expect(built(text)).rejects.toThrow(`faulty.yaml:${line}:`);
});
