import { formatValue } from '../../telling/format-value.js';
import { monthInWords } from '../../telling/horizon.js';
import type { Estimate } from '../../statistics/index.js';
import type { OutcomeSensitivity, SensitivityDocument, VariedFactor } from '../../analysis/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import type { Unit } from '../../model/unit.js';
import type { Scenario } from '../../scenario/index.js';
import { alignTable, wrap } from './align-table.js';

/** Factors of a table; the rest is counted. */
const shownFactors = 12;
const shownPairs = 5;

/** A sensitivity analysis as text: for each outcome the assumptions and the levers, most important first. */
export function sensitivityReport(document: SensitivityDocument, { firstMonth }: Scenario): string {
  const { scenario, population, method, samples, points, replicates, seed, years } = document;
  const [design, note] =
    method === 'morris' ? [`${samples} trajectories`, morrisNote] : [`${samples} base points`, sobolNote];
  const futures = replicates === 1 ? '1 simulated future' : `${replicates} simulated futures`;
  const head = [
    `${scenario}: ${population}; by ${monthInWords(firstMonth, 12 * years)}; seed ${seed}`,
    `${document.factors.length} factors; ${design}; ${points.toLocaleString('en-US')} points of ${futures}`,
  ];
  const tables = Object.entries(document.outcomes).flatMap(([id, outcome]) =>
    outcomeTables(document, outcome, outcomeOf(id).unit),
  );
  const left = document.screenedOut.length;
  const screening = left === 0 ? [] : [wrap(`A screening left out ${left} factors that matter less.`)];
  return [head.join('\n'), ...tables, '', ...screening, wrap(note)].join('\n');
}

function outcomeTables({ factors }: SensitivityDocument, outcome: OutcomeSensitivity, unit: Unit): string[] {
  const { label, mean, result } = outcome;
  const groups = [
    ['Assumption', factors.filter(({ kind }) => kind === 'assumption')],
    ['Lever or context', factors.filter(({ kind }) => kind !== 'assumption')],
  ] as const;
  const spread =
    result.kind === 'sobol' ? `; standard deviation ${formatValue(Math.sqrt(result.variance), unit)}` : '';
  const pairs = result.kind === 'sobol' ? pairLines(result.pairs) : [];
  return [
    '',
    `${label} (${unit.words}); mean over all points ${formatValue(mean, unit)}${spread}`,
    ...groups.flatMap(([title, group]) =>
      group.length === 0 ? [] : factorTable(title, group, outcome, unit),
    ),
    ...pairs,
  ];
}

function factorTable(
  title: string,
  factors: readonly VariedFactor[],
  { result }: OutcomeSensitivity,
  unit: Unit,
): string[] {
  const interval = ({ value, low, high }: Estimate, figure: (value: number) => string): string =>
    `${figure(value)} [${figure(low)} to ${figure(high)}]`;
  const plain = (value: number): string => formatValue(value, unit);
  const share = (value: number): string => value.toFixed(2);
  const rows = factors
    .map((factor) => {
      if (result.kind === 'morris') {
        const { mu, muStar, sigma } = result.effects[factor.address]!;
        return {
          factor,
          size: muStar.value,
          cells: [interval(muStar, plain), interval(mu, plain), plain(sigma.value)],
        };
      }
      const { first, total } = result.shares[factor.address]!;
      return { factor, size: total.value, cells: [interval(total, share), interval(first, share)] };
    })
    .sort((a, b) => b.size - a.size);
  const shown = rows.filter(({ size }) => size !== 0).slice(0, shownFactors);
  const names = result.kind === 'morris' ? ['mu*', 'mu', 'sigma'] : ['ST', 'S1'];
  const rest = rows.length - shown.length;
  return [
    '',
    alignTable(
      [
        [title, 'Range', ...names],
        ...shown.map(({ factor, cells }) => [shortAddress(factor.address), rangeOf(factor), ...cells]),
      ],
      [2, 3, 4],
    ),
    ...(rest === 0 ? [] : [`and ${rest} with less effect or none`]),
  ];
}

/** The interactions that stand out: those of most pairs are lost in the error of their estimates. */
function pairLines(pairs: readonly (Estimate & { readonly a: string; readonly b: string })[]): string[] {
  if (pairs.length === 0) return [];
  const rows = pairs
    .filter(({ low }) => low > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, shownPairs)
    .map(({ a, b, value, low, high }) => [
      `${shortAddress(a)} with ${shortAddress(b)}`,
      `${value.toFixed(2)} [${low.toFixed(2)} to ${high.toFixed(2)}]`,
    ]);
  if (rows.length === 0) return ['', 'No interaction of two factors stands out of its error; see --samples.'];
  return ['', alignTable([['Interaction', 'S2'], ...rows], [1])];
}

/** Without the group, which the table's head names; timings and contexts keep theirs. */
function shortAddress(address: string): string {
  return address.replace(/^(assumptions|levers)\./, '');
}

function rangeOf({ low, high }: VariedFactor): string {
  const figure = (value: number): string =>
    Number(value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 });
  return `${figure(low)} to ${figure(high)}`;
}

const morrisNote =
  'mu*: mean size of the effect of moving a factor across its whole range, in the unit of the outcome [90 percent ' +
  'interval over trajectories]; mu: the same with its sign; sigma: how much it depends on where the others stand. ' +
  "Ranges: the middle 90 percent of what is believed after calibration, the support where nothing is, a lever's studied range.";

const sobolNote =
  'ST: share of the variance that would be gone if the factor were known, with all its interactions [90 percent ' +
  'interval over base points]; S1: its share alone; S2: what two do only together. Estimates of small shares can be ' +
  'slightly below zero.';
