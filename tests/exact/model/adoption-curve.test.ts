import { beforeAll, describe, expect, test } from 'vitest';
import { drawParameters } from '../../../engine/evidence/index.js';
import { inquiry } from '../../../engine/model/rules/inquiry.js';
import { rootKey } from '../../../engine/random/index.js';
import { createKernel } from '../../../engine/run.js';
import { mean, scenarioWith, smallPopulation, withoutTies } from './small-world.js';

/** Hazards a year of Bass's classic curve. */
const p = 0.03;
const q = 0.38;
const districts = 20_000;

/** Share of adopters after `years` in Bass's continuous model. */
function bass(years: number): number {
  const decay = Math.exp(-(p + q) * years);
  return (1 - decay) / (1 + (q / p) * decay);
}

/** Shares after each tick when all adopt with chance 1 - exp(-(p + q share) / ticks a year). */
function discreteMap(ticks: number, ticksPerYear: number): number[] {
  const shares = [0];
  for (let k = 0; k < ticks; k++) {
    const share = shares[k]!;
    shares.push(share + (1 - share) * (1 - Math.exp(-(p + q * share) / ticksPerYear)));
  }
  return shares;
}

const kernel = createKernel(withoutTies(smallPopulation(districts, { contractMonths: 20_000, schools: 1 })));

/** The inquiry rule as Bass's adoption: everyone aware, everyone tied to everyone, no other rule. Shares by tick. */
function simulate(ticks: number, ticksPerYear: number, replicate: number): number[] {
  const scenario = scenarioWith(
    'no-partnership',
    [`years=${String(ticks / 12)}`, 'levers.research.programmes=1'],
    {
      awareAtStart: 1,
      inquiredAtStart: 0,
      initialUsers: 0,
      inquiryHazard: p / ticksPerYear,
      networkOnInquiry: q / p / districts,
      inquiryWindow: 1,
    },
  );
  const root = rootKey('adoption');
  kernel.stepper.begin(scenario, drawParameters(root, replicate, scenario.assumptions), root, replicate);
  const { model } = kernel.stepper;
  const step = inquiry.create(model);
  step.begin();
  const shares = [0];
  for (let tick = 1; tick <= ticks; tick++) {
    step.step(tick);
    const adopters = model.state.totals.inquired;
    model.state.experiencedNeighbours.fill(adopters); // in a complete network every adopter is a neighbour
    shares.push(adopters / districts);
  }
  return shares;
}

/** Mean of four replicates: one alone strays by 0.006, for early luck is compounded. */
function averageCurve(ticks: number, ticksPerYear: number): number[] {
  const curves = Array.from({ length: 4 }, (_, replicate) => simulate(ticks, ticksPerYear, replicate));
  return curves[0]!.map((_, tick) => mean(curves.map((curve) => curve[tick]!)));
}

function furthest(simulated: readonly number[], expected: readonly number[]): number {
  return Math.max(...simulated.map((share, k) => Math.abs(share - expected[k]!)));
}

describe('adoption in a complete network', () => {
  let monthly: number[];
  let halfMonthly: number[];

  beforeAll(() => {
    monthly = averageCurve(120, 12);
    halfMonthly = averageCurve(240, 24);
  });

  test('the discrete map has the known values, and a finer tick brings it to Bass', () => {
    const map = discreteMap(120, 12);
    expect([1, 5, 10].map((year) => Number(map[12 * year]!.toFixed(4)))).toEqual([0.0351, 0.3242, 0.8063]);
    expect([1, 5, 10].map((year) => Number(bass(year).toFixed(4)))).toEqual([0.0358, 0.3312, 0.8128]);
    const gap = (ticksPerYear: number): number =>
      Math.abs(discreteMap(10 * ticksPerYear, ticksPerYear).at(-1)! - bass(10));
    expect(gap(24)).toBeLessThan(gap(12) / 1.8);
    expect(gap(48)).toBeLessThan(gap(24) / 1.8);
  });

  test('20,000 districts follow the discrete map within 0.01', () => {
    expect(furthest(monthly, discreteMap(120, 12))).toBeLessThan(0.01);
    expect(furthest(halfMonthly, discreteMap(240, 24))).toBeLessThan(0.01);
  });

  test('and come closer to Bass at a finer tick', () => {
    const distance = (shares: readonly number[], ticksPerYear: number): number =>
      furthest(
        shares,
        shares.map((_, tick) => bass(tick / ticksPerYear)),
      );
    expect(distance(halfMonthly, 24)).toBeLessThan(distance(monthly, 12));
  });
});
