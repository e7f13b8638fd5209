import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page, ending in a slash. */
    pageUrl: string;
  }
}

/** Serves dist/ui, as built, for the whole run. */
export default async function servePage(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(new URL('../../dist/ui/index.html', import.meta.url))) {
    throw new Error('dist/ui/index.html is missing: run `npm run build:page` before these tests');
  }
  const server = await preview({
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the preview server has no address');
  project.provide('pageUrl', url);
  return () => server.close();
}
