/** What a command takes that runs scenarios: its own replicates and seed stand before these. */
export const world = { years: true, population: true, set: true } as const;

/** What a command takes that computes on the cores of this machine and tells how far it is. */
export const machine = { workers: true, json: true, quiet: true } as const;

/** Of the commands that simulate policies; the seed is that of the page. */
export const policySeed = '2012';

/** Of the commands that hold the model against its sources. */
export const evidenceSeed = '2014';

/** Of `run` and `compare`: what they compute can be cut into parts and go on where it stopped. */
export const simulationOptions = {
  ...{ replicates: '1000', seed: policySeed },
  ...world,
  ...machine,
  shard: true,
  executor: 'local',
  taskSeconds: '30',
  out: true,
  resume: true,
  format: 'parquet',
} as const;
