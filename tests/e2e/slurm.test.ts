import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slurmIsInstalled, startCluster } from '../cluster/slurm-cluster.mjs';

const execute = promisify(execFile);
const cli = 'dist/engine/cli.js';
const installed = slurmIsInstalled();
if (!installed)
  process.stderr.write('Slurm is not installed here: its tests are left out (Debian: slurm-wlm munge).\n');

describe.runIf(installed)('a Slurm cluster of two nodes', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let folder = '';
  const run = ['run', 'mep', '--years', '3', '--replicates', '300', '--seed', 'slurm', '--json', '--quiet'];

  beforeAll(async () => {
    cluster = await startCluster();
    folder = mkdtempSync(join(tmpdir(), 'accord-slurm-test-'));
  });

  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function digest(args: readonly string[]): Promise<string> {
    const { stdout } = await execute(process.execPath, [cli, ...args], { env: cluster.env, maxBuffer: 1e8 });
    return (JSON.parse(stdout) as { digest: string }).digest;
  }

  it('gives the digest of this machine, also when a node is lost on the way', async () => {
    const out = join(folder, 'lost');
    const local = await digest(run);
    const onCluster = digest([...run, '--executor', 'slurm', '--out', out, '--task-seconds', '1']);
    await untilBlocks(out, 2);
    cluster.kill('n1');
    const lost = await onCluster;
    cluster.restart('n1');
    expect(lost).toBe(local);
    expect(readdirSync(out).filter((name) => name.startsWith('slurm-'))).toEqual([]);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
      status: 'complete',
    });
  });
});

/** Waits until the first blocks have come back from the cluster. */
async function untilBlocks(out: string, count: number): Promise<void> {
  for (let tenth = 0; tenth < 3000; tenth++) {
    try {
      if (readdirSync(join(out, 'blocks')).length >= count) return;
    } catch {
      // The run has not opened its directory yet.
    }
    await sleep(100);
  }
  throw new Error(`${out} must receive ${count} blocks within five minutes`);
}
