import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './.scripts/browser.mjs';
import { alias, define, optimizeDeps, yaml } from './vite.config.js';

const shared = { plugins: [yaml()], resolve: { alias }, define };

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
          testTimeout: 60_000,
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
          testTimeout: 60_000,
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
