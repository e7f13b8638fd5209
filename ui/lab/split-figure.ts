import { formatShare, formatValue } from '../../engine/telling/format-value.js';
import type { VarianceSplit } from '../../engine/analysis/sensitivity/variance-split.js';
import type { Outcome } from '../../engine/model/outcome.js';
import type { Figure } from '../charts/figure-panel.js';
import { drawBars, ROW } from './bar-drawing.js';

/** How much of each outcome's spread at the horizon comes of what nobody has measured, and how much of luck. */
export function splitFigure(
  { draws, processes, outcomes }: VarianceSplit,
  shown: readonly Pick<Outcome, 'id' | 'label' | 'unit'>[],
): Figure {
  const rows = shown.flatMap(({ id, label, unit }) => {
    const { parameterShare, parameterVariance, processVariance } = outcomes[id]!;
    const share = parameterShare.at(-1);
    if (share === undefined || share === null) return [];
    const spread = (variances: readonly number[]): string =>
      formatValue(Math.sqrt(Math.max(0, variances.at(-1)!)), unit);
    return [{ label, share, unknown: spread(parameterVariance), luck: spread(processVariance) }];
  });
  return {
    id: 'unknown-and-luck',
    title: 'What we do not know, and luck',
    unit: `percent of the variance that comes of assumptions nobody has pinned down; the rest is luck; ${draws} draws of the assumptions, ${processes} runs of luck with each`,
    summary: `Share of the variance that comes of what we do not know: ${rows
      .map(({ label, share }) => `${label} ${formatShare(share)}`)
      .join('; ')}. Better evidence could narrow that part; nothing narrows luck.`,
    table: {
      caption: 'Spread at the horizon by where it comes from (standard deviations in the outcome’s unit)',
      columns: [
        'Outcome',
        'Unknown, of the variance',
        'Luck, of the variance',
        'Unknown, spread',
        'Luck, spread',
      ],
      rows: rows.map(({ label, share, unknown, luck }) => [
        label,
        formatShare(share),
        formatShare(1 - share),
        unknown,
        luck,
      ]),
    },
    height: () => rows.length * ROW + 32,
    draw: ({ width }) =>
      drawBars(
        rows.map(({ label, share }) => ({ label, bars: [{ from: 0, to: share }] })),
        { write: formatShare, domain: [0, 1], origin: 0, name: 'Share of the variance of what is not known' },
        width,
      ),
  };
}
