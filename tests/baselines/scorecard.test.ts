import { beforeAll, expect, test } from 'vitest';
import { scorecard, type Scorecard, type ScorecardRow } from '../../engine/validation/index.js';
import { figures } from '../../engine/evidence/index.js';

let card: Scorecard;

beforeAll(async () => {
  card = await scorecard({ seed: '2014', replicates: 200 });
});

const ofRole = (role: ScorecardRow['role']): ScorecardRow[] => card.rows.filter((row) => row.role === role);

test('the scorecard is as committed', async () => {
  const rounded: unknown = JSON.parse(
    JSON.stringify(card, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(5)) : value,
    ),
  );
  await expect(`${JSON.stringify(rounded, undefined, 1)}\n`).toMatchFileSnapshot('./scorecard.json');
});

test('it has one row for every fitted and predicted figure', () => {
  for (const role of ['calibrate', 'predict'] as const) {
    const reported = figures.filter((figure) => figure.role === role).map(({ id }) => id);
    expect(ofRole(role).map(({ id }) => id)).toEqual(reported);
  }
  expect(ofRole('calibrate').length + ofRole('predict').length).toBe(55);
});

test('every fitted figure lies inside its interval', () => {
  expect(ofRole('calibrate').filter(({ inside }) => !inside)).toEqual([]);
});

test('at least nine of ten predictions do', () => {
  const inside = ofRole('predict').filter((row) => row.inside);
  expect(inside.length).toBeGreaterThanOrEqual(0.9 * ofRole('predict').length);
});

test('a row says inside of exactly the numbers that it shows', () => {
  for (const row of card.rows.filter(({ role }) => role !== 'shape')) {
    for (const { reported, q05, q95, inside } of [row, ...(row.parts ?? [])]) {
      const lower = row.compare === 'at-least' || q05 <= reported;
      const upper = row.compare === 'at-most' || reported <= q95;
      expect(inside, row.id).toBe(lower && upper);
    }
    expect(row.inside, row.id).toBe((row.parts ?? [row]).every((part) => part.inside));
  }
});

test('districts’ states carry little of the rise in confidence', () => {
  const { rise, states, period } = card.splits.confident;
  expect(Math.abs(rise.median - 0.33)).toBeLessThan(0.05);
  expect(states.q95).toBeLessThan(0.05);
  expect(period.median).toBeGreaterThan(0.2);
});
