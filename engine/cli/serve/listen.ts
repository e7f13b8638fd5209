import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputError } from '../../input/index.js';

/** Tried in turn when the user names no port; then any free one. */
const usualPorts = [4173, 4174, 4175, 0];

/**
 * Starts a server on this machine only.
 *
 * @param port the one the user wants; undefined for any
 * @returns the address, ending in a slash
 * @throws InputError when the wanted port can't be had
 */
export async function listen(server: Server, port: number | undefined): Promise<string> {
  for (const candidate of port === undefined ? usualPorts : [port]) {
    const error = await tryPort(server, candidate);
    if (error === undefined) return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    if (error.code === 'EADDRINUSE' && port === undefined) continue;
    const rule =
      error.code === 'EADDRINUSE' ? 'must be free' : `must be a port that can be used (${error.message})`;
    throw new InputError([
      { path: '--port', value: String(candidate), rule, remedy: 'leave it out to take any free port' },
    ]);
  }
  throw new Error('no port is free');
}

function tryPort(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}
