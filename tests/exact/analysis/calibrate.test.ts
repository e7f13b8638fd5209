import { beforeAll, expect, test } from 'vitest';
import {
  calibrate,
  type Calibration,
  type CalibrationState,
  posteriorFiles,
} from '../../../engine/validation/index.js';
import { InputError } from '../../../engine/input/index.js';
import { parameters } from '../../../engine/evidence/index.js';

const settings = { seed: 'small', particles: 50, populations: 2 };
let whole: Calibration;
let first: CalibrationState;

beforeAll(async () => {
  const states: CalibrationState[] = [];
  whole = (await calibrate({ ...settings, onState: (state) => void states.push(state) }))!;
  first = JSON.parse(JSON.stringify(states[2]!)) as CalibrationState;
});

test('the same seed gives the same files, resumed from any population or not', async () => {
  const resumed = (await calibrate({ ...settings, resume: first }))!;
  expect(posteriorFiles(resumed)).toEqual(posteriorFiles(whole));
});

test('an abort gives no posterior, only the state to go on from', async () => {
  expect(await calibrate({ ...settings, resume: first, signal: { aborted: true } })).toBeUndefined();
});

test('every draw holds every parameter inside its support, particles a repeat', () => {
  expect(whole.draws).toHaveLength(100);
  for (const draw of whole.draws) {
    parameters.forEach(({ support: [low, high] }, index) => {
      expect(draw[index]).toBeGreaterThanOrEqual(low);
      expect(draw[index]).toBeLessThanOrEqual(high);
    });
  }
});

test('no figure is fitted by two blocks', () => {
  const figures = whole.blocks.map(({ block }) => [...new Set(block.rows.map(({ figure }) => figure))]);
  expect(new Set(figures.flat()).size).toBe(figures.flat().length);
  const moved = whole.blocks.flatMap(({ block }) => block.parameters);
  expect(new Set(moved).size).toBe(moved.length);
});

test('a state of another seed is refused', async () => {
  await expect(calibrate({ ...settings, seed: 'other', resume: first })).rejects.toThrow(InputError);
});
