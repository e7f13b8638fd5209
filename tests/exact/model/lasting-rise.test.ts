import { describe, expect, test } from 'vitest';
import { drawParameters } from '../../../engine/evidence/index.js';
import { rootKey } from '../../../engine/random/index.js';
import { createKernel } from '../../../engine/run.js';
import { scenarioWith, smallPopulation } from './small-world.js';

const years = 30;
const kernel = createKernel(smallPopulation(30, { schools: 4, students: 4000, educators: 240 }));

/** Mean gain of the scores, year by year, from a quality that is one point higher from month 0 on. */
function gains(rho: number, mediated: number): number[] {
  const scenario = scenarioWith('no-partnership', [`years=${String(years)}`], {
    apiPersistence: rho,
    mediatedShare: mediated,
    qualityEffect: 25,
    // The rise goes from half a point below the quality of the studied schools to half a point above.
    qualityAdversarial: 2.1,
    qualityTrainedGap: 0.2,
    qualityCollaborativeGap: 0.3,
    initialUsers: 0,
    densitySchoolSd: 0.45,
    tieYears: 2,
    qualityYears: 1e15, // no district's quality moves, so that a rise stays
    qualitySd: 0.5,
  });
  const root = rootKey('rise');
  const { stepper } = kernel;
  const { model } = stepper;
  const scores = (rise: number): Float64Array[] => {
    stepper.begin(scenario, drawParameters(root, 0, scenario.assumptions), root, 0);
    for (let d = 0; d < model.world.districts; d++) model.state.quality[d]! += rise;
    const yearly: Float64Array[] = [model.state.schools.moving.slice()];
    for (let month = 1; month <= 12 * years; month++) {
      stepper.step(month);
      if (month % 12 === 0) yearly.push(model.state.schools.moving.slice());
    }
    return yearly;
  };
  const [low, high] = [scores(0), scores(1)];
  return low.map((year, y) => year.reduce((sum, x, i) => sum + high[y]![i]! - x, 0) / year.length);
}

/** (1 - improvement / level) / lag slope, from the three reported figures alone. */
const phi = (1 - 15 / 25) / 0.883;

function longRun(rho: number): number {
  return (25 * (1 - rho * phi)) / (1 - rho);
}

describe.each([0, 0.4, 0.8])('a lasting rise of one quality point, with persistence %d', (rho) => {
  test('is worth 25 (1 - rho phi) / (1 - rho) points in the end, on the way there 1 - rho^n of it', () => {
    for (const [year, gain] of gains(rho, 0).entries()) {
      expect(gain).toBeCloseTo(longRun(rho) * (1 - rho ** year), 8);
    }
  });

  /**
   * Density answers to quality along a logistic curve, so what runs through communication is 25 points for small rises
   * about the studied schools; a whole point, two standard deviations, passes parts where the curve is flatter.
   */
  test.each([0.5, 1])('holds within a tenth where the share %d runs through communication', (mediated) => {
    const ratio = gains(rho, mediated).at(-1)! / longRun(rho);
    expect(ratio).toBeGreaterThan(1 - mediated / 10);
    expect(ratio).toBeLessThan(1 + mediated / 10);
  });
});

test('the rise is not worth 15 points a year for ever', () => {
  const gain = gains(0.4, 0);
  expect(gain[10]! - gain[9]!).toBeLessThan(0.01);
  expect(gain.at(-1)).toBeLessThan(35);
});
