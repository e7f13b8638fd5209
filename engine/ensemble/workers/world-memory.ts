import type { Scenario } from '../../scenario/index.js';
import type { BlockKernel } from './kernel-cache.js';
import { worldKey } from '../worlds.js';

/** A baseline and the scenario at hand. */
const worldsKept = 2;
/** As many futures as a comparison in the page takes: a world of 1,000 takes 25 MB. */
const replicatesKept = 1000;

/**
 * A kernel that remembers the worlds it ran last. Who moves a lever compares one scenario after the other with the same
 * baseline, and its futures are the same each time: they are computed once.
 */
export function rememberWorlds(kernel: BlockKernel): BlockKernel {
  /** By world and seed, the one used last at the end; of each its replicates. */
  const worlds = new Map<string, Map<number, Float64Array>>();
  const keys = new WeakMap<Scenario, string>();

  function keyOf(scenario: Scenario): string {
    const known = keys.get(scenario);
    if (known !== undefined) return known;
    const key = worldKey(scenario);
    keys.set(scenario, key);
    return key;
  }

  function memoryOf(scenario: Scenario, root: Uint32Array): Map<number, Float64Array> {
    const key = `${keyOf(scenario)} ${root.join()}`;
    const memory = worlds.get(key) ?? new Map<number, Float64Array>();
    worlds.delete(key);
    worlds.set(key, memory);
    for (const [oldest] of worlds) {
      if (worlds.size <= worldsKept) break;
      worlds.delete(oldest);
    }
    return memory;
  }

  return {
    run(scenario, parameters, root, replicate, out, observe) {
      const memory = memoryOf(scenario, root);
      const known = memory.get(replicate);
      if (known !== undefined && observe === undefined) {
        out.set(known);
        return;
      }
      kernel.run(scenario, parameters, root, replicate, out, observe);
      if (memory.size < replicatesKept) memory.set(replicate, out.slice());
    },
  };
}
