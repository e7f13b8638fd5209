import { expose, transfer } from 'comlink';
import type { Population } from '../../engine/population/index.js';
import { createKernel, type Kernel } from '../../engine/run.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { traceReplicate, type Trace } from '../../engine/trace.js';
import { openPopulation } from '../population/open-population.js';
import { rosterOf, type Roster } from './roster.js';

/** What the tracer asks of its worker. */
export interface TraceService {
  roster(population: string): Promise<Roster>;
  /** @param district whose schools are recorded, if any */
  trace(scenario: Scenario, seed: string, replicate: number, district?: number): Promise<Trace>;
}

let loaded:
  | {
      readonly name: string;
      readonly firstMonth: string | undefined;
      readonly population: Population;
      readonly kernel: Kernel;
    }
  | undefined;

async function load(name: string, firstMonth?: string): Promise<NonNullable<typeof loaded>> {
  const same = loaded?.name === name && (firstMonth === undefined || loaded.firstMonth === firstMonth);
  if (loaded === undefined || !same) {
    const population = await openPopulation(name, firstMonth);
    loaded = { name, firstMonth, population, kernel: createKernel(population) };
  }
  return loaded;
}

const service: TraceService = {
  async roster(name) {
    return rosterOf((await load(name)).population);
  },
  async trace(scenario, seed, replicate, district) {
    const { population, kernel } = await load(scenario.population, scenario.firstMonth);
    const trace = traceReplicate(population, scenario, seed, replicate, district, kernel);
    return transfer(trace, [trace.practice.buffer, trace.engagement.buffer]);
  },
};

expose(service);
