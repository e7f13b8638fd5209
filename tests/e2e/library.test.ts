import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFolder } from './accord.js';
import { openBrowser } from './open-browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = emptyFolder();

const program = (door: string, tell: string): string => `
import { open } from '${door}';

const accord = open({ workers: 2 });
const result = await accord.compare(['no-partnership', 'mep'], {
  seed: '2012',
  futures: 8,
  population: 'abc-unified',
  years: 2,
});
const { mean } = result.difference('mep', 'ibbTrained').at('2014-07');
${tell}(\`\${mean} \${result.scenario('mep').digest}\`);
await accord.close();
`;

/** The packed package, unpacked as npm would install it, beside links to what it depends on. */
beforeAll(() => {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder.path];
  const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' })) as {
    readonly filename: string;
  }[];
  const installed = join(folder.path, 'node_modules', 'accord-sim');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder.path, packed!.filename), '--strip-components=1', '-C', installed]);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    const link = join(folder.path, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
  writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }');
});

afterAll(() => folder.remove());

test('one program gives one result in a bundled page, on web workers, and in Node, on threads', async () => {
  writeFileSync(join(folder.path, 'node.js'), program('accord-sim/node', 'console.log'));
  const inNode = execFileSync(process.execPath, ['node.js'], { cwd: folder.path, encoding: 'utf8' }).trim();
  expect(inNode).toMatch(/^\d\S* [0-9a-f]{64}$/);

  writeFileSync(
    join(folder.path, 'index.html'),
    '<output></output><script type="module" src="page.js"></script>',
  );
  writeFileSync(
    join(folder.path, 'page.js'),
    program('accord-sim', '(text => { document.querySelector("output").textContent = text; })'),
  );
  const settings = { root: folder.path, configFile: false, logLevel: 'error' } as const;
  await build({ ...settings, build: { target: 'es2022' } });
  const server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await openBrowser();
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    const workers = new Set<string>();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('worker', (worker) => workers.add(worker.url()));
    await page.goto(server.resolvedUrls!.local[0]!);
    await page.waitForFunction('document.querySelector("output").textContent !== ""');
    expect(await page.textContent('output')).toBe(inNode);
    expect(workers.size).toBe(1);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('the door for any runtime opens in Node too, and computes in its thread', () => {
  const lines = program('accord-sim', 'console.log');
  writeFileSync(join(folder.path, 'anywhere.js'), lines);
  writeFileSync(join(folder.path, 'threads.js'), program('accord-sim/node', 'console.log'));
  const say = (file: string): string =>
    execFileSync(process.execPath, [file], { cwd: folder.path, encoding: 'utf8' });
  expect(say('anywhere.js')).toBe(say('threads.js'));
});
