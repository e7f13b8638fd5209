/** How a command ends, for whoever called it. */
export const exitCode = {
  done: 0,
  /** The run failed: a replicate, a worker, the disk, or a fault of this program. */
  failed: 1,
  /** What the user gave is wrong; nothing was computed or written. */
  badInput: 2,
  /** Ctrl-C or SIGTERM. */
  interrupted: 130,
} as const;
