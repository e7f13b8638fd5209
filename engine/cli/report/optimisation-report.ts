import type { MixDocument, OptimisationDocument } from '../../analysis/index.js';
import type { Scenario } from '../../scenario/index.js';
import { alignTable, wrap } from './align-table.js';
import { formatDifference, formatDollars, formatFigure } from './format-figure.js';
import { monthInWords } from './horizon.js';

/** Mixes of a table; more would not fit a terminal. */
const shownMixes = 8;

/** The Pareto front of an optimisation as text: what each mix brings and costs, and what it is made of. */
export function optimisationReport(document: OptimisationDocument, { firstMonth }: Scenario): string {
  const { scenario, population, label, unit, budget, budgetOf, replicates, seed, years, robust } = document;
  const mixes = spread(document.mixes, robust);
  const hidden = document.mixes.length - mixes.length;
  const gain = (value: number): string => formatDifference(value, unit);
  const mark = ({ name }: MixDocument): string => (name === robust ? `${name} *` : name);
  const limit = budgetOf === 'mean' ? 'on average' : 'in nine of ten futures';
  // Levers that no mix uses would only widen the table.
  const used = document.factors.filter(({ address }) => mixes.some(({ levers }) => levers[address] !== 0));
  return [
    `${scenario}: ${population}; by ${monthInWords(firstMonth, 12 * years)}; at most ${formatDollars(budget)} ${limit}; ` +
      `${replicates} simulated futures; seed ${seed}`,
    '',
    `Gain: ${label} (${unit}) over the world without policy`,
    '',
    alignTable(
      [
        ['Mix', 'Mean gain', '5% gain', 'Mean cost', '90% cost', 'Worst regret', 'Mean regret'],
        ...mixes.map((mix) => [
          mark(mix),
          gain(mix.gain),
          gain(mix.gain05),
          formatDollars(mix.cost),
          formatDollars(mix.cost90),
          formatFigure(mix.worstRegret, unit),
          formatFigure(mix.meanRegret, unit),
        ]),
      ],
      [1, 2, 3, 4, 5, 6],
    ),
    ...(hidden === 0 ? [] : [`and ${hidden} between these: see --json or --save`]),
    '',
    alignTable(
      [
        ['Lever', 'Unit', ...mixes.map(({ name }) => name.replace('mix-', ''))],
        ...used.map(({ address, unit: own }) => [
          address.replace('levers.', ''),
          own,
          ...mixes.map(({ levers }) => (levers[address] ?? 0).toLocaleString('en-US')),
        ]),
      ],
      mixes.map((_, index) => index + 2),
    ),
    '',
    wrap(
      `* the robust choice: of these mixes it is never as far from the best as the others, whatever the future. No mix ` +
        `here is beaten by another in mean gain, 5 percent gain and cost at once. The search saw ` +
        `${document.searchReplicates} futures; all figures rest on ${replicates} others.`,
    ),
  ].join('\n');
}

/** Some mixes of a long front, from the cheapest to the dearest and with the robust one among them. */
function spread(mixes: readonly MixDocument[], robust: string): MixDocument[] {
  const stride = (mixes.length - 1) / (shownMixes - 1);
  const places = new Set(Array.from({ length: shownMixes }, (_, index) => Math.round(index * stride)));
  return mixes.filter(
    ({ name }, index) => mixes.length <= shownMixes || places.has(index) || name === robust,
  );
}
