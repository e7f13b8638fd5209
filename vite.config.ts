import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Alias, type Plugin, type UserConfig } from 'vite';
import { LineCounter, parseDocument } from 'yaml';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const manifest = JSON.parse(readFileSync(here('package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** `import x from './x.yaml'` gives the parsed document; `?raw` gives the text, untouched. */
export function yaml(): Plugin {
  return {
    name: 'accord:yaml',
    enforce: 'pre',
    transform(text, id) {
      if (!/\.ya?ml$/.test(id)) return null;
      const lines = new LineCounter();
      const document = parseDocument(text, { lineCounter: lines });
      const error = document.errors[0] ?? document.warnings[0];
      if (error) {
        const { line, col } = lines.linePos(error.pos[0]);
        const what = error.message.split(/ at line \d+|\n/)[0] ?? error.message;
        this.error({ message: `${id}:${line}:${col}: ${what}`, id, loc: { file: id, line, column: col } });
      }
      return { code: `export default ${literal(document.toJS())};`, map: null, moduleType: 'js' };
    },
  };
}

/** JSON, and also the infinities and not-a-number that YAML knows. */
function literal(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `[${JSON.stringify(key)}]:${literal(item)}`)
    .join(',')}}`;
}

/** One arithmetic in every build and test, and one that needs nothing of its runtime; the files say why. */
export const alias: Alias[] = [
  { find: '@stdlib/assert-has-generator-support', replacement: here('.scripts/no-generator-support.cjs') },
  { find: /^debug$/, replacement: here('.scripts/no-debug.cjs') },
];

export const { version } = manifest;

export const define = {
  'import.meta.env.ACCORD_VERSION': JSON.stringify(version),
  'import.meta.env.ACCORD_COMMIT': JSON.stringify(commitOf(here('.'))),
};

/** The commit of a checkout, with -dirty where a file differs from it; null without a checkout or git. */
export function commitOf(root: string): string | null {
  if (!existsSync(join(root, '.git'))) return null; // a folder above may be another project's checkout
  const words = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'];
  const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Packages that only a terminal can use; the page and its tests never load them. */
const terminalOnly = ['cli-progress', 'cli-table3', 'commander'];

/** Found before the first request, so that a worker's first import never reloads the page. */
export const optimizeDeps = {
  include: [
    ...Object.keys(manifest.dependencies).filter(
      (name) => !terminalOnly.includes(name) && name !== '@noble/hashes',
    ),
    '@noble/hashes/sha2.js',
    ...['graphology', 'graphology-layout-forceatlas2', 'sigma', 'sigma/rendering'],
  ],
};

/** A file that its first line makes a command is also allowed to run as one. */
function executable(path: string): Plugin {
  return { name: 'accord:executable', writeBundle: () => chmodSync(here(path), 0o755) };
}

/** Tells the service worker which files the page consists of; a build with other files is another version. */
function offline(): Plugin {
  return {
    name: 'accord:offline',
    writeBundle({ dir = '' }) {
      const program = join(dir, 'service-worker.js');
      const hash = createHash('sha256');
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/^(service-worker\.js|licenses\.md)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => {
          const name = relative(dir, path).split(sep).join('/');
          hash.update(name).update(readFileSync(path));
          return name === 'index.html' ? './' : name;
        });
      const version = hash.digest('hex').slice(0, 12);
      const text = readFileSync(program, 'utf8');
      writeFileSync(program, `const built = ${JSON.stringify({ version, files })};\n${text}`);
    },
  };
}

const shared = { plugins: [yaml()], resolve: { alias }, define } satisfies UserConfig;

/** The page: static files that work from any folder and under a policy without inline scripts. */
const page: UserConfig = {
  ...shared,
  plugins: [yaml(), offline()],
  root: here('ui'),
  base: './',
  optimizeDeps,
  server: { fs: { allow: [here('.')] } },
  build: {
    outDir: here('dist/ui'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    license: { fileName: 'licenses.md' }, // of what is bundled; the notices inside the worker only cost time
  },
  worker: { format: 'es', plugins: () => [yaml()], rolldownOptions: { output: { comments: false } } },
};

/** Programs, all in one folder: a worker is found beside whichever file starts it. */
function node(outDir: string, input: Readonly<Record<string, string>>): UserConfig {
  return {
    ...shared,
    root: here('.'),
    publicDir: false,
    ssr: { target: 'node', noExternal: [/^@stdlib\//] },
    build: {
      ssr: true,
      outDir: here(outDir),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, resolve(here(path))])),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'shared-[hash].js',
          banner: (chunk) => (chunk.name === 'cli' && chunk.isEntry ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'node') {
    const programs = node('dist/engine', {
      cli: 'engine/cli/main.ts',
      worker: 'engine/node/worker.ts',
      'web-worker': 'engine/ensemble/workers/web-worker.ts',
      index: 'engine/index.ts',
      node: 'engine/node/index.ts',
      analysis: 'engine/analysis/index.ts',
    });
    return { ...programs, plugins: [yaml(), executable('dist/engine/cli.js')] };
  }
  if (mode === 'random') return node('dist/random', { 'random-stream': 'tests/bench/random-stream.ts' });
  return page;
});
