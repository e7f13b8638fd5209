import { expose, transfer } from 'comlink';
import type { Population } from '../../engine/population/index.js';
import { createKernel, type Kernel } from '../../engine/run.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { traceReplicate, type Trace } from '../../engine/trace.js';
import { openPopulation } from './open-population.js';
import { layoutDistricts, type Layout } from './layout-districts.js';
import { rosterOf, type Roster } from './roster.js';
import { educatorTies, traceSchools, type SchoolRecord } from './trace-schools.js';
import { traceTies, type TieTrace } from './trace-ties.js';

/** What the tracer asks of its worker. A replicate is the number of a future, from 0. */
export interface TraceService {
  roster(population: string): Promise<Roster>;
  /** Where the districts stand in their network. */
  layout(population: string): Promise<Layout>;
  trace(scenario: Scenario, seed: string, replicate: number): Promise<Trace>;
  ties(scenario: Scenario, seed: string, replicate: number): Promise<TieTrace>;
  schools(scenario: Scenario, seed: string, replicate: number, district: number): Promise<SchoolRecord[]>;
  educators(school: SchoolRecord, seed: string, replicate: number): Promise<Uint8Array[]>;
}

let loaded:
  | {
      readonly name: string;
      readonly firstMonth: string | undefined;
      readonly population: Population;
      readonly kernel: Kernel;
      layout?: Layout;
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
  async layout(name) {
    const open = await load(name);
    const { population, kernel } = open;
    const { count } = population.districts;
    return (open.layout ??= layoutDistricts(
      count,
      rosterOf(population).groups,
      kernel.stepper.model.world.ties,
    ));
  },
  async trace(scenario, seed, replicate) {
    const { population, kernel } = await load(scenario.population, scenario.firstMonth);
    const trace = traceReplicate(population, scenario, seed, replicate, undefined, kernel);
    return transfer(trace, [trace.practice.buffer, trace.engagement.buffer]);
  },
  async ties(scenario, seed, replicate) {
    const { kernel } = await load(scenario.population, scenario.firstMonth);
    const ties = traceTies(kernel, scenario, seed, replicate);
    return transfer(ties, [ties.active.buffer]);
  },
  async schools(scenario, seed, replicate, district) {
    const { population, kernel } = await load(scenario.population, scenario.firstMonth);
    return traceSchools(kernel, population, scenario, seed, replicate, district);
  },
  educators(school, seed, replicate) {
    return Promise.resolve(educatorTies(school, seed, replicate));
  },
};

expose(service);
