/** Whether all programs that the cluster needs are here. */
export function slurmIsInstalled(): boolean;

/** Starts a Slurm of two nodes, n1 and n2, on this machine. */
export function startCluster(): Promise<{
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  kill(node: 'n1' | 'n2'): void;
  restart(node: 'n1' | 'n2'): void;
  stop(): Promise<void>;
  states(): string[];
}>;
