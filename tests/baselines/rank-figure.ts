import type { RankHistogram } from '../../engine/statistics/index.js';

const panel = { width: 180, height: 110, gap: 24, top: 28 };

/**
 * Rank histograms side by side as SVG, each with the band in which a bin of uniform ranks lies in 99 of 100 cases.
 *
 * @param histograms by name
 */
export function rankFigure(histograms: ReadonlyMap<string, RankHistogram>): string {
  const width = histograms.size * (panel.width + panel.gap) + panel.gap;
  const height = panel.top + panel.height + 22;
  const panels = [...histograms].map(([name, histogram], index) =>
    drawPanel(name, histogram, panel.gap + index * (panel.width + panel.gap)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<title>Ranks of true parameters among posterior draws of repeated small calibrations</title>`,
    ...panels.flat(),
    '</svg>',
    '',
  ].join('\n');
}

function drawPanel(name: string, { counts, expected, p }: RankHistogram, left: number): string[] {
  const repeats = expected * counts.length;
  // Normal approximation of the binomial count of one bin, 99 percent.
  const band = 2.576 * Math.sqrt(expected * (1 - expected / repeats));
  const most = 2.2 * expected + band;
  const y = (count: number): string => (panel.top + panel.height * (1 - count / most)).toFixed(1);
  const length = (count: number): string => ((panel.height * count) / most).toFixed(1);
  const wide = panel.width / counts.length;
  const bars = [...counts].map(
    (count, bin) =>
      `<rect x="${(left + bin * wide + 1).toFixed(1)}" y="${y(count)}" width="${(wide - 2).toFixed(1)}" height="${length(count)}" fill="#4a6fa5"/>`,
  );
  return [
    `<text x="${left}" y="18">${name}, p = ${p.toFixed(2)}</text>`,
    `<rect x="${left}" y="${y(expected + band)}" width="${panel.width}" height="${length(2 * band)}" fill="#ddd"/>`,
    ...bars,
    `<line x1="${left}" x2="${left + panel.width}" y1="${y(expected)}" y2="${y(expected)}" stroke="#000"/>`,
    `<text x="${left}" y="${panel.top + panel.height + 16}" fill="#555">rank of the truth, 0 to ${counts.length * 2 - 1}</text>`,
  ];
}
