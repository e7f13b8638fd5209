import { describe, expect, test } from 'vitest';
import { horizonOf, type ChartInput } from '../../ui/charts/chart.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { charts } from '../../ui/charts/index.js';
import { overTime } from '../../ui/charts/outcome-charts.js';
import { placeLabels } from '../../ui/charts/place-labels.js';
import { yearTicks } from '../../ui/charts/time-axis.js';
import { roundComparison } from './ui-comparison.js';

const size = { width: 640, height: 300 };
const input = (mode: ChartInput['mode'], month = 120): ChartInput => ({
  comparison: roundComparison(),
  firstMonth: '2012-07',
  mode,
  month,
});

describe.each(charts.flatMap((chart) => chart.modes.map((mode) => [chart.id, mode, chart] as const)))(
  'chart %s, %s',
  (_, mode, chart) => {
    test('is one named image without a style element or labelled groups', () => {
      const { svg } = chart.draw(input(mode), size);
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.getAttribute('aria-label')).toContain(chart.title);
      expect(svg.querySelector('style')).toBeNull();
      expect(svg.querySelector('g[aria-label]')).toBeNull();
    });

    test('draws finite shapes and keeps its labels inside its width', () => {
      const { svg } = chart.draw(input(mode), size);
      document.body.append(svg);
      expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      for (const text of svg.querySelectorAll('text')) {
        const { right, left } = text.getBoundingClientRect();
        const frame = svg.getBoundingClientRect();
        expect(right).toBeLessThanOrEqual(frame.right + 1);
        expect(left).toBeGreaterThanOrEqual(frame.left - 1);
      }
      svg.remove();
    });

    test('has a readout, a summary and a table with a cell for every column', () => {
      for (const month of [0, 60, 120]) expect(chart.readout(input(mode, month))).toMatch(/\d{4}: \S/);
      const summary = chart.summary(input(mode));
      expect(summary).toContain('in the model');
      expect(summary).not.toMatch(/NaN|undefined|\bwill\b/);
      const { columns, rows } = chart.table(input(mode));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    });
  },
);

test('chart ids are unique', () => {
  expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
});

test('the horizon is the last month of the bands', () => {
  expect(horizonOf(input('values'))).toBe(120);
});

describe('labels', () => {
  test('that do not collide stay where they are', () => {
    expect(placeLabels([10, 80], 20, [0, 100])).toEqual([10, 80]);
  });

  test('that collide are moved apart and stay in order and inside', () => {
    const placed = placeLabels([50, 52, 51], 20, [0, 100]);
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
    const [a, b, c] = placed as [number, number, number];
    expect(c - a).toBeGreaterThanOrEqual(20);
    expect(b - c).toBeGreaterThanOrEqual(20);
  });
});

test('the time axis names whole years and never crowds', () => {
  expect(yearTicks(120, 600)).toEqual([0, 24, 48, 72, 96, 120]);
  for (const width of [150, 300, 600, 2000]) {
    for (const years of [1, 10, 40])
      expect(yearTicks(12 * years, width).length).toBeLessThanOrEqual(width / 36 + 1);
  }
});

test('every outcome has a chart over time, under an id of its own', () => {
  const ids = charts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const outcome of outcomes) expect(ids).toContain(overTime(outcome).id);
});
