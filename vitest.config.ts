import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './.scripts/browser.mjs';
import { alias, define, optimizeDeps, version, yaml } from './vite.config.js';

const shared = { plugins: [yaml()], resolve: { alias }, define };

/** No result rests on a clock: only what hangs ends by it, on a machine however busy. Milliseconds. */
const patience = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  teardownTimeout: 60_000,
  expect: { poll: { timeout: 120_000 } },
};

export default defineConfig({
  test: {
    maxWorkers: '100%', // one core less would leave half of a small machine idle
    update: 'none', // a missing baseline is a failure; `npm run baselines` writes it
    projects: [
      {
        ...shared,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{unit,properties,exact,baselines,architecture}/**/*.test.ts'],
          setupFiles: ['tests/architecture/one-arithmetic.ts'],
          isolate: false, // one import of the engine serves all files of a worker: modules keep only what they would compute again
          ...patience,
        },
      },
      {
        ...shared,
        optimizeDeps: {
          ...optimizeDeps,
          entries: ['ui/**/*.ts', 'tests/browser/**/*.test.ts'],
        },
        worker: { format: 'es', plugins: () => [yaml()] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          env: { ACCORD_VERSION: version }, // in a browser, vitest puts an object of its own in the place of import.meta.env
          ...patience,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/serve-page.ts'],
          ...patience,
        },
      },
    ],
  },
});
