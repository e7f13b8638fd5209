import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './open-browser.js';

const built = fileURLToPath(new URL('../../dist/ui/', import.meta.url));
const folder = '/a/deep/folder/';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** The plainest web server there is: files below one folder, nothing rewritten. */
function plainServer(): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(built, pathname.slice(folder.length) || 'index.html');
    if (!pathname.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
}

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = plainServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test('the built page has no inline script, no inline handler and no absolute address', () => {
  const html = readFileSync(join(built, 'index.html'), 'utf8');
  expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
  expect(html.match(/\son[a-z]+=/g)).toBeNull();
  expect(html.match(/\s(src|href)="(\/|https?:)[^"]*"/g)).toBeNull();
  expect(html).toContain('Content-Security-Policy');
});

test('no built script asks for eval', () => {
  const scripts = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js'));
  const evaluating = scripts.filter((name) =>
    /\beval\(/.test(readFileSync(join(built, 'assets', name), 'utf8')),
  );
  expect(evaluating).toEqual([]);
});

test('served from a folder, it starts, asks nobody else and nothing is refused', async () => {
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== `127.0.0.1:${port}`) faults.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    if (!response.ok()) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`http://127.0.0.1:${port}${folder}`, { waitUntil: 'networkidle' });
  expect(await page.title()).toContain('Accord');
  expect(faults).toEqual([]);
  await page.close();
});
