import type { Kernel } from '../../engine/run.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { followReplicate } from '../../engine/trace.js';

/** The learning ties of one future, of those that are ever active. */
export interface TieTrace {
  /** The districts at both ends. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** 1 where tie t is active in month k: [k * a.length + t]. */
  readonly active: Uint8Array;
}

/** Reruns one replicate and records which ties between districts are active in which month. */
export function traceTies(kernel: Kernel, scenario: Scenario, seed: string, replicate: number): TieTrace {
  const { state, world } = kernel.stepper.model;
  const { a, b, count } = world.ties;
  const months = 12 * scenario.years;
  const all = new Uint8Array((months + 1) * count);
  const ever = new Uint8Array(count);
  followReplicate(kernel, scenario, seed, replicate, (month) => {
    all.set(state.activeTies, month * count);
    for (let tie = 0; tie < count; tie++) ever[tie]! |= state.activeTies[tie]!;
  });
  const kept = Uint32Array.from(ever.keys()).filter((tie) => ever[tie] === 1);
  const active = new Uint8Array((months + 1) * kept.length);
  for (let month = 0; month <= months; month++) {
    kept.forEach((tie, place) => (active[month * kept.length + place] = all[month * count + tie]!));
  }
  return { a: kept.map((tie) => a[tie]!), b: kept.map((tie) => b[tie]!), active };
}

/** How many ties are active in a month. */
export function activeTies({ a, active }: TieTrace, month: number): number {
  let count = 0;
  for (let tie = 0; tie < a.length; tie++) count += active[month * a.length + tie]!;
  return count;
}
