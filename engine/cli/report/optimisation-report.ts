import { formatDifference, formatDollars, formatValue } from '../../telling/format-value.js';
import { monthInWords } from '../../telling/horizon.js';
import type { MixDocument, OptimisationDocument } from '../../analysis/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import type { Scenario } from '../../scenario/index.js';
import { alignTable, wrap } from './align-table.js';

/** Mixes of a table; more would not fit a terminal. */
const shownMixes = 8;

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** The Pareto front of an optimisation as text: what each mix brings and costs, and what it is made of. */
export function optimisationReport(document: OptimisationDocument, { firstMonth }: Scenario): string {
  const { scenario, population, label, budget, budgetOf, replicates, seed, years, robust } = document;
  const { unit } = outcomeOf(document.outcome);
  const shown = spread(document.mixes, shownMixes);
  const mixes = document.mixes.filter((mix) => mix.name === robust || shown.includes(mix));
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
    `Gain: ${label} (${unit.words}) over the world without policy`,
    '',
    alignTable(
      [
        ['Mix', 'Mean gain', '5% gain', 'Mean cost', '90% cost', 'Of budget', 'Worst regret', 'Mean regret'],
        ...mixes.map((mix) => [
          mark(mix),
          gain(mix.gain),
          gain(mix.gain05),
          formatDollars(mix.cost),
          formatDollars(mix.cost90),
          percent(mix.budgetShare),
          formatValue(mix.worstRegret, unit),
          formatValue(mix.meanRegret, unit),
        ]),
      ],
      [1, 2, 3, 4, 5, 6, 7],
    ),
    ...(hidden === 0 ? [] : [`and ${hidden} between these: see --json or --out`]),
    '',
    alignTable(
      [
        ['Lever', 'Unit', ...mixes.map(({ name }) => String(Number(name.replace('mix-', ''))))],
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
        `here is beaten by another in mean gain, 5 percent gain and cost at once; all amounts at their limits, where ` +
        `affordable, are left out only if clearly beaten. The search saw ` +
        `${document.searchReplicates} futures; all figures rest on ${replicates} others.`,
    ),
    '',
    wrap(searchInWords(document)),
  ].join('\n');
}

/** How far the search has come, and what to do where more would find more. */
function searchInWords({ hypervolume, searchedMixes, judgedMixes }: OptimisationDocument): string {
  const { byGeneration, lateGrowth, growing } = hypervolume;
  const last = byGeneration.at(-1)!;
  if (last === 0)
    return `None of the ${searchedMixes} mixes that the search ran gains anything within the budget.`;
  const generations = byGeneration.length - 1;
  const shares = spread([...byGeneration.keys()], shownMixes).map(
    (generation) => `${percent(byGeneration[generation]! / last)} by ${generation}`,
  );
  const found =
    `The search ran ${searchedMixes} mixes and ${judgedMixes} of them again on the fresh futures. Hypervolume (what ` +
    `its mixes attain in gain, 5 percent gain and cost) by generation: ${shares.join(', ')}.`;
  if (!growing) return found;
  const more = Math.max(2 * generations, 20);
  return (
    `${found} Warning: over the last quarter of the generations it still grew by ${(100 * lateGrowth).toFixed(1)} ` +
    `percent, so better mixes are likely to be found: give --generations ${more}.`
  );
}

/** Some of a long list, from the first to the last. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  const stride = (list.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => list[Math.round(index * stride)]!);
}
