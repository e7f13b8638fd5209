import type { Population } from '../population/population.js';
import type { Policy } from './policy.js';
import { Inputs } from './inputs.js';
import { Luck } from './luck.js';
import type { Model } from './rule.js';
import { rules } from './rules/index.js';
import { startDistricts } from './start.js';
import { createState } from './state.js';
import { buildWorld } from './world.js';

/** The state machine of one population: reset and stepped month by month. One instance a worker, reused. */
export interface Kernel {
  readonly model: Model;
  /** Sets month 0. `parameters` is one parameter set, in the order of the parameter list. */
  begin(scenario: Policy, parameters: Float64Array, root: Uint32Array, replicate: number): void;
  /** One tick; months count from 1. */
  step(month: number): void;
}

export function createKernel(population: Population): Kernel {
  const world = buildWorld(population);
  const model: Model = { world, state: createState(world), luck: new Luck(), inputs: new Inputs(world) };
  const steps = rules.map((rule) => rule.create(model));
  return {
    model,
    begin(scenario, parameters, root, replicate) {
      model.inputs.begin(scenario, parameters);
      model.luck.begin(root, replicate);
      startDistricts(model);
      for (const step of steps) step.begin();
      for (const step of steps) step.ready?.();
    },
    step(month) {
      for (const step of steps) step.step(month);
    },
  };
}
