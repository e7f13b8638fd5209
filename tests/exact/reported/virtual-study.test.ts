import { beforeAll, describe, expect, test } from 'vitest';
import type { StudyResult } from '../../../engine/validation/reported/study-figures.js';
import { createVirtualStudy } from '../../../engine/validation/reported/virtual-study.js';
import { drawParameters } from '../../../engine/evidence/index.js';
import { rootKey } from '../../../engine/random/index.js';

/** Exact check 4: what a large study without error of measurement gives back. */
describe('a study of 20,000 schools, the effect held at the reported 25 points', () => {
  const results: StudyResult[] = [];

  beforeAll(async () => {
    const study = await createVirtualStudy(20000);
    const root = rootKey('large study');
    for (let replicate = 0; replicate < 16; replicate++)
      results.push(study.run(drawParameters(root, replicate, { qualityEffect: 25 }), root, replicate, true));
  });

  const mean = (read: (result: StudyResult) => number): number =>
    results.reduce((sum, result) => sum + read(result), 0) / results.length;

  test('finds the level coefficient', () => {
    expect(Math.abs(mean(({ level }) => level) - 25)).toBeLessThan(1);
  });

  test('finds the improvement coefficient', () => {
    expect(Math.abs(mean(({ improvement }) => improvement) - 15)).toBeLessThan(1);
  });

  test('recovers the persistence of quality from its own three slopes', () => {
    expect(Math.abs(mean(({ persistence }) => persistence) - 0.453)).toBeLessThan(0.02);
  });

  test('sees the densities of the lowest and the highest third', () => {
    expect(Math.abs(mean(({ densityLow }) => densityLow) - 0.17)).toBeLessThan(0.01);
    expect(Math.abs(mean(({ densityHigh }) => densityHigh) - 0.3)).toBeLessThan(0.01);
  });

  test('sees nine points between them', () => {
    const sorted = results.map(({ densityOnLevel }) => densityOnLevel).sort((a, b) => a - b);
    expect(Math.abs((sorted[7]! + sorted[8]!) / 2 - 9)).toBeLessThan(1);
  });

  test('has reps and principals talk more, and more freely, where quality is high', () => {
    expect(mean(({ frequency }) => frequency)).toBeGreaterThan(0.1);
    expect(mean(({ formality }) => formality)).toBeGreaterThan(0.1);
  });
});

describe('a study of 20,000 schools with its error of measurement', () => {
  test('finds the level coefficient weakened by the reliability of the survey', async () => {
    const study = await createVirtualStudy(20000);
    const root = rootKey('error');
    // Quality in the middle of its scale, so that its ends cut nothing off.
    const held = { qualityEffect: 25, qualityReliability: 0.7, qualitySd: 0.35, qualityAdversarial: 1.5 };
    const found = [0, 1, 2, 3].map(
      (replicate) =>
        study.run(
          drawParameters(root, replicate, { ...held, qualityTrainedGap: 0.4, qualityCollaborativeGap: 0.6 }),
          root,
          replicate,
        ).level,
    );
    expect(found.reduce((sum, level) => sum + level, 0) / 4).toBeCloseTo(0.7 * 25, -0.4);
  });
});
