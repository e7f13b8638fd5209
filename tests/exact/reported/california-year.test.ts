import { beforeAll, expect, test } from 'vitest';
import { createCaliforniaYear } from '../../../engine/validation/reported/california-scores.js';
import type { SimulatedFigures } from '../../../engine/validation/reported/simulated-figures.js';
import { drawParameters } from '../../../engine/evidence/index.js';
import { rootKey } from '../../../engine/random/index.js';

const years: SimulatedFigures[] = [];

beforeAll(async () => {
  const california = await createCaliforniaYear();
  const root = rootKey('california');
  for (let replicate = 0; replicate < 12; replicate++)
    years.push(california.run(drawParameters(root, replicate), root, replicate));
});

const mean = (figure: string, part: string): number =>
  years.reduce((sum, year) => sum + year[figure]![part]!, 0) / years.length;

test('scores follow last year’s with the slope of the file', () => {
  expect(Math.abs(mean('lag-slope', 'value') - 0.883)).toBeLessThan(0.03);
});

test('scores fall with poverty as in the file', () => {
  expect(Math.abs(mean('poverty-slope-by-type', 'slope') + 3.8)).toBeLessThan(0.3);
});

test('growth spreads less the larger the school', () => {
  const classes = ['to200', 'to400', 'to600', 'to800', 'to1200', 'above1200'];
  const spreads = classes.map((part) => mean('growth-sd', part));
  expect(spreads).toEqual([...spreads].sort((a, b) => b - a));
  expect(spreads[0]! / spreads[5]!).toBeGreaterThan(1.4);
});
