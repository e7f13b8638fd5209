import { InputError, type Problem } from '../../input/index.js';
import { levers } from '../../model/levers/index.js';
import type { Scenario } from '../../scenario/index.js';
import type { Place } from '../../input/index.js';
import { problemAt } from '../../input/schema-problems.js';
import { evenSteps } from './even-steps.js';
import { type Factor, factorValue } from '../factors/factor.js';
import { factorCatalogue, findFactor } from '../factors/factor-catalogue.js';
import { checkedRange } from '../factors/parse-factors.js';
import { type FactorLevel, pointScenario } from '../factors/point-scenario.js';
import type { FactorEntry, SweepMethod } from './sweep-document.js';

/** A factor of a sweep: either levels, or a range from which points are drawn. */
export interface SweepFactor {
  readonly address: string;
  readonly label: string;
  readonly unit: string;
  readonly levels?: readonly FactorLevel[];
  readonly range?: Factor;
}

/** Levels of a range where a design needs some and the file says no number. */
const usualLevels: Readonly<Partial<Record<SweepMethod, number>>> = { factorial: 3, 'one-at-a-time': 2 };

/**
 * The factors of a design, checked against the scenario that they change.
 *
 * @throws InputError with every problem, each with its line
 */
export function sweepFactors(
  entries: Readonly<Record<string, FactorEntry>>,
  method: SweepMethod,
  scenario: Scenario,
  place: Place,
): SweepFactor[] {
  const problems: Problem[] = [];
  const factors = Object.entries(entries).flatMap(([address, entry]) => {
    try {
      return [sweepFactor(address, entry, method, scenario)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const { value, rule, remedy } of error.problems) {
        problems.push(problemAt(place, ['factors', address], value, rule, remedy));
      }
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return factors;
}

function sweepFactor(
  address: string,
  entry: FactorEntry,
  method: SweepMethod,
  scenario: Scenario,
): SweepFactor {
  const catalogue = factorCatalogue(scenario);
  const known = catalogue.find((factor) => factor.address === address);
  if (Array.isArray(entry)) {
    if (!known && !takesWords(address)) findFactor(catalogue, address, address);
    checkLevels(address, entry, scenario);
    return { address, label: known?.label ?? labelOf(address), unit: known?.unit ?? '', levels: entry };
  }
  const factor = findFactor(catalogue, address, address);
  const { label, unit } = factor;
  const range = entry
    ? checkedRange(factor, entry.low, entry.high, `${entry.low}..${entry.high}`, address)
    : factor;
  const count = entry?.levels ?? usualLevels[method];
  if (count === undefined) return { address, label, unit, range };
  const spread = range.belief
    ? Array.from({ length: count }, (_, index) => factorValue(range, index / (count - 1)))
    : evenSteps(range.low, range.high, count).map((level) => (range.integer ? Math.round(level) : level));
  return { address, label, unit, levels: [...new Set(spread)] };
}

/** What a scenario file sets by a word: a package, a whole lever, a choice. */
function takesWords(address: string): boolean {
  return address === 'package' || address.startsWith('levers.') || address.startsWith('stateDelays.');
}

function labelOf(address: string): string {
  const [, lever, field] = address.split('.');
  const { label, fields } = levers.find(({ id }) => id === lever) ?? { label: address, fields: [] };
  const part = fields.find(({ id }) => id === field);
  return part ? `${label}: ${part.label}` : label;
}

/** Each level alone must be one that the scenario can have; which go together only shows in a run. */
function checkLevels(address: string, levels: readonly FactorLevel[], scenario: Scenario): void {
  const problems: Problem[] = [];
  for (const level of levels) {
    try {
      pointScenario(scenario, [address], [level], address);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (new Set(levels).size < levels.length) {
    const value = levels.join(', ');
    problems.push({ path: address, value, rule: 'must name each value once', remedy: '' });
  }
  if (problems.length > 0) throw new InputError(problems);
}
