/**
 * A real Slurm of two nodes on this machine, for the tests: its own keys, ports and folders, nothing of the system's.
 * Debian's slurm-wlm and munge; several slurmd with -N and a port each, no cgroups.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const daemons = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scancel', 'sinfo'];

/** Whether all programs that the cluster needs are here. */
export function slurmIsInstalled() {
  return daemons.every((name) => {
    try {
      execFileSync('sh', ['-c', `command -v ${name}`], { env: withSystemPath(), stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts the cluster and waits until both nodes are idle. */
export async function startCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'accord-slurm-'));
  const ports = await freePorts(3);
  const socket = join(folder, 'munge.socket');
  const env = { ...withSystemPath(), SLURM_CONF: join(folder, 'slurm.conf') };
  for (const name of ['state', 'spool-n1', 'spool-n2']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'munge.key'), randomBytes(1024), { mode: 0o400 });
  writeFileSync(env.SLURM_CONF, slurmConf(folder, socket, ports));
  const munged = start('munged', [
    '--foreground',
    '--force',
    `--key-file=${join(folder, 'munge.key')}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'munged.pid')}`,
    `--log-file=${join(folder, 'munged.log')}`,
    `--seed-file=${join(folder, 'munged.seed')}`,
  ]);
  await sleep(500);
  const controller = start('slurmctld', ['-D', '-i']);
  const nodes = { n1: startNode('n1'), n2: startNode('n2') };
  const cluster = { env, folder, kill, restart, stop, states };
  try {
    await until(
      () => states().filter((state) => state === 'idle').length === 2,
      300,
      () => states().join(),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return cluster;

  function start(program, args) {
    const child = spawn(program, args, { env, stdio: 'ignore' });
    child.on('error', () => undefined);
    return child;
  }

  function startNode(name) {
    return start('slurmd', ['-D', '-N', name]);
  }

  /** Ends a node as a power failure would: the daemon and the steps it runs. */
  function kill(name) {
    nodes[name].kill('SIGKILL');
    try {
      execFileSync('pkill', ['-9', '-f', `slurmstepd: \\[.*|spool-${name}`], { stdio: 'ignore' });
    } catch {
      // No step ran on it.
    }
  }

  function restart(name) {
    nodes[name] = startNode(name);
  }

  function states() {
    try {
      const text = execFileSync('sinfo', ['-h', '-N', '-o', '%T'], { env, encoding: 'utf8', stdio: 'pipe' });
      return text.trim().split('\n');
    } catch {
      return [];
    }
  }

  async function stop() {
    try {
      execFileSync('scancel', ['--user', 'root'], { env, stdio: 'ignore', timeout: 5000 });
    } catch {
      // The controller is gone already.
    }
    await sleep(300);
    for (const child of [nodes.n1, nodes.n2, controller, munged]) child.kill('SIGKILL');
    await sleep(200);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function slurmConf(folder, socket, [controller, n1, n2]) {
  const host = hostname();
  return `ClusterName=accord
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${controller}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${socket},cred_expire=5
CredType=cred/munge
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool-%n
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd-%n.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MpiDefault=none
SchedulerType=sched/backfill
SchedulerParameters=bf_interval=3,sched_interval=3
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmdParameters=config_overrides
SlurmdTimeout=5
SlurmctldTimeout=10
InactiveLimit=0
KillWait=2
MinJobAge=10
BatchStartTimeout=10
MessageTimeout=5
JobRequeue=1
NodeName=n1 NodeHostname=${host} NodeAddr=127.0.0.1 Port=${n1} CPUs=1 RealMemory=2000 State=UNKNOWN
NodeName=n2 NodeHostname=${host} NodeAddr=127.0.0.1 Port=${n2} CPUs=1 RealMemory=2000 State=UNKNOWN
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
`;
}

function withSystemPath() {
  return { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function until(done, seconds, describe) {
  for (let tenth = 0; tenth < 10 * seconds; tenth++) {
    if (done()) return;
    await sleep(100);
  }
  throw new Error(`the test cluster did not start within ${seconds} s: nodes are ${describe()}`);
}
