import { request } from 'node:http';
import { expect, test } from 'vitest';
import { accord, startAccord } from './accord.js';

/** Asks for a path exactly as written; fetch would tidy it first. */
function statusOf(address: string, path: string, method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('serve gives the page with its types and its policy, and nothing outside its folder', async () => {
  const server = startAccord(['serve']);
  const [address] = await server.seen(/http:\/\/127\.0\.0\.1:\d+\//);
  const page = await fetch(address);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const html = await page.text();
  const script = /<script[^>]*src="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await fetch(new URL(script, address))).headers.get('content-type')).toMatch(/^text\/javascript/);
  const tag = page.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { 'if-none-match': tag } })).status).toBe(304);
  for (const path of [
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%00',
    '/%zz',
    '/nowhere',
    '/assets/',
  ]) {
    expect(await statusOf(address, path)).toBe(404);
  }
  expect(await statusOf(address, '/', 'POST')).toBe(405);

  const port = new URL(address).port;
  const second = await accord(['serve', '--port', port]);
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`--port: ${port} must be free`);
  const third = startAccord(['serve']);
  const [other] = await third.seen(/http:\/\/127\.0\.0\.1:\d+\//);
  expect(other).not.toBe(address);
  for (const { child, done } of [server, third]) {
    child.kill('SIGINT');
    expect((await done).code).toBe(0);
  }
});

test.each(['-1', '65536', 'x'])('the port %s is refused', async (port) => {
  const { code, stderr } = await accord(['serve', `--port=${port}`]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/--port: .* must be a whole number from 0 to 65,535/);
});
