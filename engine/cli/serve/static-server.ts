import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';

/** Types of all that the page is made of; browsers refuse a script or worker with another one. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * The page's own policy (see its head), which a server can also give to workers: no eval, no inline script, nothing
 * from elsewhere, no frame around it.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const headers = {
  'content-security-policy': policy.join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const methods = ['GET', 'HEAD'];

/** This machine's own names. A site that lets a name of its own lead here could otherwise read what is served. */
const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** A server of the files in one folder, and of nothing outside it, to this machine by its own names. */
export function staticServer(folder: string): Server {
  const root = realpathSync(folder);
  return createServer((request, response) => {
    const { method = '', url = '/', headers: asked } = request;
    if (!ownHost.test(asked.host ?? '')) {
      refuse(response, 403, 'The host must be this machine: open the address that serve printed');
    } else if (!methods.includes(method)) {
      const allow = methods.join(', ');
      refuse(response, 405, `The method must be one of ${allow}`, { allow });
    } else {
      const file = fileFor(root, url);
      if (file === undefined) refuse(response, 404, 'Not found');
      else send(file, request, response);
    }
  });
}

/** The file behind an address; undefined when there is none inside the folder. */
function fileFor(root: string, url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (path.includes('\0')) return undefined;
    const file = realpathSync(join(root, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    // A malformed address or a missing file: both are not found.
    return undefined;
  }
}

function send(file: string, request: IncomingMessage, response: ServerResponse): void {
  const { size, mtimeMs } = statSync(file);
  const tag = `"${size.toString(36)}-${mtimeMs.toString(36)}"`;
  const common = { ...headers, etag: tag, 'cache-control': 'no-cache' };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, common).end();
    return;
  }
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, { ...common, 'content-type': type, 'content-length': size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // Closes the file also where the browser breaks the download off, and the connection where the file can't be read.
  pipeline(createReadStream(file), response, () => undefined);
}

function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const type = { 'content-type': 'text/plain; charset=utf-8' };
  response.writeHead(status, { ...headers, ...type, ...more }).end(`${text}\n`);
}
