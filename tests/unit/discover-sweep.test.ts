import { describe, expect, test } from 'vitest';
import { discoverSweep, type FinishedSweep, type SweepRun } from '../../engine/analysis/index.js';
import { latinHypercube } from '../../engine/statistics/index.js';

const words = ['none', 'mep', 'double'];
const factors = [
  { address: 'assumptions.causalShare', label: 'Share', unit: 'share' },
  { address: 'assumptions.apiPersistence', label: 'Rho', unit: 'share a year' },
  { address: 'levers.research', label: 'Research', unit: '', levels: words },
];

/** The gain is bad where the causal share is small and there is no research. */
function sweepOf(gain: (share: number, word: string) => number): FinishedSweep {
  const runs = latinHypercube(300, 3, 'a').map(([share = 0, rho = 0, third = 0], run): SweepRun => {
    const word = words[Math.floor(3 * third)]!;
    const mean = gain(share, word);
    const summary = { mean, sd: 0, q05: -mean, q50: mean, q95: mean };
    return { run, point: [share, rho, word], error: '', summaries: [summary] };
  });
  return { title: 'A', factors, outcomes: ['apiGain'], runs };
}
const sweep = sweepOf((share, word) => (share < 0.4 && word === 'none' ? 0 : 5));

describe('a discovery', () => {
  const document = discoverSweep(sweep, { outcome: 'apiGain', criterion: { below: 1 } });

  test('finds the condition and says it in words', () => {
    expect(document.inWords).toMatch(
      /^(assumptions\.causalShare is below 0\.(39|4)\d* and levers\.research is none|levers\.research is none and assumptions\.causalShare is below 0\.(39|4)\d*)$/,
    );
    expect(document.chosen.density).toBeGreaterThanOrEqual(0.8);
    expect(document.chosen.coverage).toBeGreaterThan(0.9);
    expect(document.chosen.limits.every(({ quasiP }) => quasiP < 0.05)).toBe(true);
  });

  test('shows the way from all runs to the box', () => {
    const [first, ...rest] = document.trajectory;
    expect(first).toMatchObject({ mass: 1, coverage: 1, limits: [] });
    for (const box of rest) expect(box.density).toBeGreaterThanOrEqual(first!.density);
  });

  test('leaves out runs that failed and counts them', () => {
    const failed: SweepRun = { run: 300, point: [0.5, 0.5, 'mep'], error: 'boom', summaries: [] };
    const again = discoverSweep(
      { ...sweep, runs: [...sweep.runs, failed] },
      { outcome: 'apiGain', criterion: { below: 1 } },
    );
    expect(again).toEqual({ ...document, failed: 1 });
  });

  test('can ask for another figure, the other side, or the worst share', () => {
    const above = discoverSweep(sweep, { outcome: 'apiGain', criterion: { above: -1 }, statistic: 'q05' });
    expect(above.ofInterest).toBe(document.ofInterest);
    const graded = sweepOf((share) => share);
    const worst = discoverSweep(graded, { outcome: 'apiGain', criterion: { worst: 0.2 } });
    expect(worst).toMatchObject({ side: 'below', ofInterest: 60 });
    expect(worst.threshold).toBeCloseTo(0.2, 1);
  });

  test('that finds nothing says so', () => {
    const all = discoverSweep(sweep, { outcome: 'apiGain', criterion: { below: 10 } });
    expect(all).toMatchObject({ inWords: 'always', ofInterest: 300 });
  });
});

test.each([
  [
    'an outcome that it does not hold',
    sweep,
    { outcome: 'lasting', criterion: { below: 1 } },
    /must be an outcome of the sweep/,
  ],
  [
    'a threshold that no run passes',
    sweep,
    { outcome: 'apiGain', criterion: { below: -1 } },
    /must have runs below it; they lie between 0 and 5/,
  ],
  ['a share of two', sweep, { outcome: 'apiGain', criterion: { worst: 2 } }, /must be between 0 and 1/],
  [
    'no run that is done',
    { ...sweep, runs: [] },
    { outcome: 'apiGain', criterion: { below: 1 } },
    /at least 1 that is done/,
  ],
  [
    'factors left as they were',
    { ...sweep, runs: [{ ...sweep.runs[0]!, point: [0.1, null, 'mep'] }] },
    { outcome: 'apiGain', criterion: { below: 10 } },
    /apiPersistence: '' must have a value in every run/,
  ],
] as const)('a sweep with %s is refused', (_, given, options, words) => {
  expect(() => discoverSweep(given, options)).toThrow(words);
});
