import { describe, expect, test } from 'vitest';
import { pilotGrants } from '../../engine/model/levers/pilot-grants.js';
import { districts } from '../../engine/model/unit.js';
import type { Table } from '../../ui/charts/chart.js';
import { doseChart } from '../../ui/charts/dose-chart.js';
import { chartGroups, chartOf } from '../../ui/charts/index.js';
import { roundComparison } from './ui-comparison.js';

/** Two years keep the fixtures short enough to read. */
const comparison = roundComparison(2);
const size = { width: 480, height: 240 };

/** A drawing as text, an element a line, with whole pixels: what differs then is what a reader could see. */
function fixtureOf(svg: SVGSVGElement): string {
  return svg.outerHTML
    .replace(/(?<=[\s",(MLCZAHV])-?\d+\.\d+(?![\dem])/g, (number) => String(Math.round(Number(number)) + 0))
    .replaceAll('><', '>\n<')
    .concat('\n');
}

/** The drawing, and under it what is said of it. */
function pageOf(svg: SVGSVGElement, words: readonly string[], { columns, rows }: Table): string {
  const table = [columns, ...rows].map((row) => row.join(' | '));
  return [fixtureOf(svg), '<!--', ...words, '', ...table, '-->', ''].join('\n');
}

/** Those of the other outcomes are drawn by the same code; one of them stands for all. */
const drawn = [...chartGroups.slice(0, 2).flatMap(({ charts }) => charts), chartOf('api-gain-sd')];

describe.each(drawn.flatMap((chart) => chart.modes.map((mode) => [chart.id, mode, chart] as const)))(
  'chart %s, %s',
  (id, mode, chart) => {
    test('is drawn as it was, with the same words and numbers', async () => {
      const input = { comparison, firstMonth: '2012-07', mode, month: 18 };
      const words = [chart.readout(input), chart.summary(input)];
      const text = pageOf(chart.draw(input, size).svg, words, chart.table(input));
      await expect(text).toMatchFileSnapshot(`../baselines/charts/${id}-${mode}.txt`);
    });
  },
);

test('the answer to a dose is drawn as it was, with the same words and numbers', async () => {
  const points = [0, 8, 16, 40].map((dose) => ({
    dose,
    range: { low: dose / 2 - 2, middle: dose, high: 2 * dose + 4 },
  }));
  const figure = doseChart(points, {
    outcome: { id: 'collaborative', label: 'Collaborative districts', unit: districts },
    lever: pilotGrants.label,
    field: pilotGrants.fields[0],
    present: 8,
    futures: 100,
  });
  const text = pageOf(figure.draw(size), [figure.title, figure.unit, figure.summary], figure.table);
  await expect(text).toMatchFileSnapshot('../baselines/charts/dose.txt');
});
