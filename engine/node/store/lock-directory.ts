import { readFileSync, rmSync } from 'node:fs';
import { link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { atPath, errorCode, StoreError } from './store-error.js';

/** Says who writes into a directory; there only while somebody does. */
export const lockFile = '.accord-lock';

/** Leaves a directory to others. */
export type Unlock = () => void;

interface Holder {
  readonly host: string;
  readonly pid: number;
  /** What tells a process from a later one of the same number; empty where the system does not say. */
  readonly birth: string;
}

/** A holder on another machine is taken for dead when its lock was not touched for this long. */
const silentMs = 120_000;
const touchMs = 20_000;

/** Locks of this process, had or wanted. */
const held = new Set<string>();
let willLeave = false;

/**
 * Keeps all other commands from writing into a directory. The lock of a process that has died is taken over: on this
 * machine the system says so; elsewhere the lock is touched every 20 s, and two minutes of silence by the clock of the
 * file system mean a lost machine.
 *
 * @throws StoreError when another process writes there: a failed run that may be tried again, not bad input
 */
export async function lockDirectory(directory: string): Promise<Unlock> {
  const path = resolve(directory, lockFile);
  const own = self(process.pid);
  if (held.has(path)) throw refusal(directory, own);
  held.add(path);
  try {
    await acquire(directory, path, JSON.stringify(own));
  } catch (error) {
    held.delete(path);
    throw error;
  }
  if (!willLeave) process.once('exit', () => held.forEach(unlock));
  willLeave = true;
  const touch = setInterval(() => void renew(path).catch(() => undefined), touchMs);
  touch.unref();
  return () => {
    clearInterval(touch);
    if (held.has(path)) unlock(path);
  };
}

async function acquire(directory: string, path: string, text: string): Promise<void> {
  const fresh = `${path}.partial-${process.pid}`;
  await atPath(path, async () => {
    await writeFile(fresh, text);
    try {
      while (!(await take(fresh, path))) await removeDead(directory, path, fresh);
    } finally {
      await rm(fresh, { force: true });
    }
  });
}

/** A lock is there with its whole content or not at all. */
async function take(fresh: string, path: string): Promise<boolean> {
  try {
    await link(fresh, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
  }
  try {
    await writeFile(path, await readFile(fresh), { flag: 'wx' }); // a file system without links
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Writes the first byte again, so that the file system's own clock says when. */
async function renew(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.write('{', 0).finally(() => file.close());
}

/** @throws StoreError when the holder lives */
async function removeDead(directory: string, path: string, fresh: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined; // given back in this moment
    throw error;
  });
  if (text === undefined) return;
  const holder = parseHolder(text);
  if (await lives(holder, path, fresh)) throw refusal(directory, holder);
  const dead = `${path}.dead.partial-${process.pid}`;
  await rename(path, dead).catch(() => undefined);
  // Two may have come to remove the same dead lock: the second finds that it took a new one, and puts it back.
  const taken = await readFile(dead, 'utf8').catch(() => text);
  if (taken !== text) await link(dead, path).catch(() => undefined);
  await rm(dead, { force: true });
}

function refusal(directory: string, { host, pid }: Holder): StoreError {
  return new StoreError(
    `${directory}: process ${pid} on ${host} must be done before another writes here; wait for it or choose another ` +
      `directory (if it is no longer there, delete ${join(directory, lockFile)})`,
  );
}

async function lives({ host, pid, birth }: Holder, path: string, fresh: string): Promise<boolean> {
  if (host !== hostname()) {
    const [now, touched] = [await stat(fresh), await stat(path)];
    return now.mtimeMs - touched.mtimeMs < silentMs;
  }
  if (pid === process.pid) return false; // its own locks were asked before: this one is of an earlier process
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  return birth === self(pid).birth;
}

function self(pid: number): Holder {
  return { host: hostname(), pid, birth: birthOf(pid) };
}

/** Where Linux says when a process began, in ticks since the machine's start: the 20th word after its name. */
function birthOf(pid: number): string {
  try {
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return words.slice(words.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function parseHolder(text: string): Holder {
  try {
    const { host, pid, birth } = JSON.parse(text) as Partial<Holder>;
    return { host: String(host), pid: Number(pid), birth: String(birth) };
  } catch {
    return { host: 'an unknown machine', pid: Number.NaN, birth: '' };
  }
}

function unlock(path: string): void {
  held.delete(path);
  rmSync(path, { force: true });
}
