import {
  formatDifference,
  formatDifferenceBand,
  formatShare,
  formatValue,
} from '../../engine/telling/format-value.js';
import type { Estimate } from '../../engine/statistics/estimate/bootstrap-interval.js';
import type {
  MorrisEffects,
  SensitivityDocument,
  SobolShares,
  VariedFactor,
} from '../../engine/analysis/sensitivity/sensitivity-document.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { differenceWords, readUnit } from '../../engine/model/unit.js';
import type { Figure } from '../charts/figure-panel.js';
import { drawBars, ROW, type Bar, type BarLook, type BarRow } from './bar-drawing.js';
import type { Study } from '../engine/study-spec.js';
import type { Swing, Tornado, TornadoBar } from '../../engine/analysis/sensitivity/tornado.js';

/** Factors that are drawn; the table has all of them. */
const SHOWN = 12;

/** A study as a chart: the factors that move the outcome most, the most important first. */
export function studyFigure(study: Study, outcome: Outcome): Figure {
  if (study.kind === 'tornado') return tornadoFigure(study.tornado, outcome);
  const { result } = study.document.outcomes[outcome.id]!;
  return result.kind === 'morris'
    ? morrisFigure(study.document, result, outcome)
    : sobolFigure(study.document, result, outcome);
}

function tornadoFigure({ bars, mean, replicates }: Tornado, { id, label, unit }: Outcome): Figure {
  const size = ({ atLow, atHigh }: TornadoBar): number =>
    Math.max(Math.abs(atLow.mean), Math.abs(atHigh.mean));
  const ranked = [...bars].sort((a, b) => size(b) - size(a));
  const value = (at: number): string => formatValue(at, unit);
  const move = (at: number): string => formatDifference(at, unit);
  const gains = differenceWords(unit);
  const bar = ({ mean: by, low, high }: Swing): Bar => ({
    from: mean,
    to: mean + by,
    interval: [mean + low, mean + high],
  });
  const swing = ({ mean: by, low, high }: Swing): string =>
    formatDifferenceBand({ low, middle: by, high }, unit);
  const rows = ranked
    .slice(0, SHOWN)
    .map(({ factor, atLow, atHigh }) => ({ label: factor.label, bars: [bar(atHigh), bar(atLow)] }));
  return figure(
    {
      id: `tornado-${id}`,
      title: `One at a time: ${label}`,
      unit: `${unit.words}, mean of ${replicates} simulated futures; upper bar: the factor at the high end of its range; lower bar: at the low end; thin line: 90 percent confidence`,
      summary: `In the model the mean is ${value(mean)}. ${ranked
        .slice(0, 3)
        .map(
          ({ factor, atLow, atHigh }) =>
            `${factor.label}: ${move(atLow.mean)} at its low end, ${move(atHigh.mean)} at its high end`,
        )
        .join('; ')}.`,
      table: {
        caption: `Change of the mean, ${gains}, with 90 percent intervals`,
        columns: ['Factor', 'Low end', 'Change', 'High end', 'Change'],
        rows: ranked.map(({ factor, atLow, atHigh }) => [
          factor.label,
          formatValue(factor.low, readUnit(factor.unit)),
          swing(atLow),
          formatValue(factor.high, readUnit(factor.unit)),
          swing(atHigh),
        ]),
      },
    },
    rows,
    { write: value, origin: mean, name: `Tornado of ${label}` },
  );
}

function morrisFigure(
  { factors, samples }: SensitivityDocument,
  { effects }: MorrisEffects,
  { id, label, unit }: Outcome,
): Figure {
  const of = ({ address }: VariedFactor) => effects[address]!;
  const ranked = [...factors].sort((a, b) => of(b).muStar.value - of(a).muStar.value);
  const write = (value: number): string => formatDifference(value, unit);
  const size = (value: number): string => formatDifference(value, unit).replace('+', '');
  return figure(
    {
      id: `morris-${id}`,
      title: `Screening: ${label}`,
      unit: `${differenceWords(unit)} for a move across a factor’s whole range, without its sign; mean of ${samples} places; thin line: 90 of 100 resamples`,
      summary: `In the model what moves the outcome most: ${ranked
        .slice(0, 3)
        .map((factor) => `${factor.label}, ${size(of(factor).muStar.value)}`)
        .join('; ')}.`,
      table: {
        caption: `Elementary effects (Morris), ${differenceWords(unit)}, with intervals of 90 of 100 resamples`,
        columns: ['Factor', 'Size (mu*)', 'Direction (mu)', 'Bend or interplay (sigma)'],
        rows: ranked.map((factor) => {
          const { muStar, mu, sigma } = of(factor);
          return [factor.label, estimate(muStar, size), estimate(mu, write), estimate(sigma, size)];
        }),
      },
    },
    ranked.slice(0, SHOWN).map((factor) => ({ label: factor.label, bars: [lengthOf(of(factor).muStar)] })),
    { write: size, origin: 0, name: `Morris screening of ${label}` },
  );
}

function sobolFigure(
  { factors, samples, screenedOut }: SensitivityDocument,
  { shares, pairs }: SobolShares,
  { id, label }: Outcome,
): Figure {
  const of = ({ address }: VariedFactor) => shares[address]!;
  const nameOf = (address: string): string =>
    factors.find((one) => one.address === address)?.label ?? address;
  const ranked = [...factors].sort((a, b) => of(b).total.value - of(a).total.value);
  const strongest = [...pairs].sort((a, b) => b.value - a.value).slice(0, SHOWN);
  const left =
    screenedOut.length === 0 ? '' : `; a screening left out ${screenedOut.length} that matter less`;
  return figure(
    {
      id: `sobol-${id}`,
      title: `Shares of the variance: ${label}`,
      unit: `percent of the variance, from ${samples} base points; upper bar: with all interplay; lower bar: alone; thin line: 90 of 100 resamples${left}`,
      summary: `In the model the variance comes most of: ${ranked
        .slice(0, 3)
        .map((factor) => `${factor.label}, ${formatShare(of(factor).total.value)} with all interplay`)
        .join('; ')}. Estimates can leave 0 to 100 percent by sampling error.`,
      table: {
        caption: 'Sobol indices, percent of the variance, with intervals of 90 of 100 resamples',
        columns: ['Factor', 'With all interplay (ST)', 'Alone, or of the two (S1, S2)'],
        rows: [
          ...ranked.map((factor) => [
            factor.label,
            estimate(of(factor).total, formatShare),
            estimate(of(factor).first, formatShare),
          ]),
          ...strongest.map((pair) => [
            `${nameOf(pair.a)} with ${nameOf(pair.b)}`,
            '',
            estimate(pair, formatShare),
          ]),
        ],
      },
    },
    ranked.map((factor) => ({
      label: factor.label,
      bars: [lengthOf(of(factor).total), lengthOf(of(factor).first)],
    })),
    { write: formatShare, origin: 0, name: `Shares of the variance of ${label}` },
  );
}

function lengthOf({ value, low, high }: Estimate): Bar {
  return { from: 0, to: value, interval: [low, high] };
}

function estimate({ value, low, high }: Estimate, write: (value: number) => string): string {
  return `${write(value)} [${write(low)} to ${write(high)}]`;
}

function figure(
  text: Pick<Figure, 'id' | 'title' | 'unit' | 'summary' | 'table'>,
  rows: readonly BarRow[],
  look: BarLook,
): Figure {
  return {
    ...text,
    height: () => rows.length * ROW + 32,
    draw: ({ width }) => drawBars(rows, look, width),
  };
}
