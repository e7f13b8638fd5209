import {
  closeSync,
  mkdtempSync,
  openSync,
  ftruncateSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get, request, type IncomingMessage, type RequestOptions, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../engine/cli/serve/listen.js';
import { staticServer } from '../../engine/cli/serve/static-server.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-'));
let server: Server;
let address: string;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  const large = openSync(join(folder, 'large.js'), 'w'); // more than any connection holds on its way
  ftruncateSync(large, 256 * 1024 * 1024);
  closeSync(large);
  server = staticServer(folder);
  address = await listen(server, 0);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Asks as a browser may be made to: fetch sets its own Host. */
function ask(path: string, options: RequestOptions = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(new URL(path, address), options, (response) => resolve(response.resume()))
      .on('error', reject)
      .end();
  });
}

describe('the server of the page', () => {
  test('gives back the descriptor of every download that is broken off', async () => {
    const open = (): number => readdirSync('/dev/fd').length;
    const before = open();
    for (let download = 0; download < 20; download++) {
      await new Promise<void>((resolve) => {
        const asked = get(new URL('large.js', address), (response) => {
          response
            .once('data', () => asked.destroy())
            .once('close', resolve)
            .on('error', () => undefined);
        });
      });
    }
    await expect.poll(open).toBeLessThan(before + 5);
  });

  test('says with every answer what a browser must not do with it', async () => {
    const page = readFileSync(new URL('../../ui/index.html', import.meta.url), 'utf8');
    const own = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
    const directives = (policy: string): string[] =>
      policy.split(';').map((one) => one.trim().replace(/\s+/g, ' '));
    const whole = await ask('/');
    const answers = {
      200: whole,
      304: await ask('/', { headers: { 'if-none-match': whole.headers.etag } }),
      403: await ask('/', { headers: { host: 'elsewhere.example' } }),
      404: await ask('/nowhere'),
      405: await ask('/', { method: 'POST' }),
    };
    for (const [status, { statusCode, headers }] of Object.entries(answers)) {
      expect(statusCode).toBe(Number(status));
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(directives(String(headers['content-security-policy']))).toEqual([
        ...directives(own),
        "frame-ancestors 'none'",
      ]);
    }
  });

  test('names the methods that it takes where it refuses another', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { statusCode, headers } = await ask('/', { method });
      expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });

  test('answers only to the names of this machine, so that no other site can read it by a name of its own', async () => {
    const statusFor = async (host: string): Promise<number | undefined> =>
      (await ask('/', { headers: { host } })).statusCode;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) {
      expect([host, await statusFor(host), await statusFor(`${host}:8080`)]).toEqual([host, 200, 200]);
    }
    for (const host of [
      'elsewhere.example',
      'localhost.elsewhere.example',
      '127.0.0.1.elsewhere.example',
      '@',
      '192.168.0.1',
    ]) {
      expect([host, await statusFor(host), await statusFor(`${host}:4173`)]).toEqual([host, 403, 403]);
    }
  });
});
