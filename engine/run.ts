import { Census, type Observation } from './model/observation.js';
import { createKernel as createStepper, type Kernel as Stepper } from './model/kernel.js';
import { outcomes } from './model/outcomes/index.js';
import type { Population } from './population/population.js';
import type { Scenario } from './scenario/scenario.js';

/** Runs replicates of one population; holds all memory of a run, so one instance serves a worker for its life. */
export interface Kernel {
  readonly stepper: Stepper;
  /**
   * One replicate of one scenario.
   *
   * @param parameters one parameter set (`drawParameters`)
   * @param root key of the seed (`rootKey`)
   * @param out receives `outcomes.length` x (12 years + 1) values, outcome after outcome, months 0..12 years
   * @param observe called at month 0 and after every month; it must not change the state
   * @throws RangeError when `out` is too short
   */
  run(
    scenario: Scenario,
    parameters: Float64Array,
    root: Uint32Array,
    replicate: number,
    out: Float64Array,
    observe?: (month: number, now: Observation) => void,
  ): void;
}

export function createKernel(population: Population): Kernel {
  const stepper = createStepper(population);
  const census = new Census(stepper.model);
  return {
    stepper,
    run(scenario, parameters, root, replicate, out, observe) {
      const months = 12 * scenario.years;
      const needed = outcomes.length * (months + 1);
      if (out.length < needed) throw new RangeError(`out.length = ${out.length} must be at least ${needed}`);
      stepper.begin(scenario, parameters, root, replicate);
      for (let month = 0; month <= months; month++) {
        if (month > 0) stepper.step(month);
        census.take(month);
        for (let o = 0; o < outcomes.length; o++) out[o * (months + 1) + month] = outcomes[o]!.read(census);
        observe?.(month, census);
      }
    },
  };
}
