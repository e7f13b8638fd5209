import { describe, expect, test } from 'vitest';
import { charts } from '../../ui/charts/index.js';
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

describe.each(charts.flatMap((chart) => chart.modes.map((mode) => [chart.id, mode, chart] as const)))(
  'chart %s, %s',
  (id, mode, chart) => {
    test('is drawn as it was, with the same words and numbers', async () => {
      const input = { comparison, firstMonth: '2012-07', mode, month: 18 };
      const { columns, rows } = chart.table(input);
      const text = [
        fixtureOf(chart.draw(input, size).svg),
        `<!--\n${chart.readout(input)}\n\n${chart.summary(input)}\n`,
        ...[columns, ...rows].map((row) => row.join(' | ')),
        '-->\n',
      ].join('\n');
      await expect(text).toMatchFileSnapshot(`../baselines/charts/${id}-${mode}.txt`);
    });
  },
);
