import { InputError } from '../../input/index.js';
import { makesPopulation, parameters } from '../../evidence/index.js';
import { levers } from '../../model/levers/index.js';
import { contextFields, maxYears, type Scenario } from '../../scenario/index.js';
import { nameRemedy } from '../../input/index.js';
import { assumptionFactor, type Factor } from './factor.js';

/**
 * Every factor of a scenario, each with the range that is studied unless a user gives another: of a lever's field what
 * the sources speak about, of a context field its limits, of an assumption the middle 90 percent of its posterior
 * or prior or, where that is one value, its support. A start lies in the first half of the horizon, an end in the second.
 */
export function factorCatalogue({ years }: Pick<Scenario, 'years'>): Factor[] {
  const fields = levers.flatMap((lever) =>
    lever.fields
      .filter(({ choices }) => choices === undefined)
      .map(({ id, label, unit, min, max, studied: [low, high], integer = false }): Factor => {
        const name = lever.fields.length === 1 ? lever.label : `${lever.label}: ${lowerFirst(label)}`;
        const address = `levers.${lever.id}.${id}`;
        return {
          address,
          kind: 'lever',
          label: name,
          unit: unit.words,
          low,
          high,
          limits: [min, max],
          integer,
        };
      }),
  );
  const timings = [
    ...levers.flatMap(({ id, label }) => timingFactors(`levers.${id}`, label, years)),
    ...timingFactors('timing', 'All levers', years),
  ];
  const context = contextFields.map(({ path, label, unit, min, max, integer = false }): Factor => {
    const address = `context.${path.join('.')}`;
    return { address, kind: 'context', label, unit, low: min, high: max, limits: [min, max], integer };
  });
  return [
    ...fields,
    ...timings,
    ...context,
    ...parameters.filter((parameter) => !makesPopulation(parameter)).map(assumptionFactor),
  ];
}

/**
 * One factor by its address.
 *
 * @throws InputError with the nearest address when there is none
 */
export function findFactor(catalogue: readonly Factor[], address: string, path: string): Factor {
  const found = catalogue.find((factor) => factor.address === address);
  if (found) return found;
  const remedy = nameRemedy(
    address,
    catalogue.map((factor) => factor.address),
    'see accord-sim list levers and accord-sim list assumptions',
  );
  throw new InputError([{ path, value: address, rule: 'must be the address of a factor', remedy }]);
}

function timingFactors(prefix: string, label: string, years: number): Factor[] {
  const half = 6 * years;
  const limits = [0, 12 * maxYears] as const;
  const common = { kind: 'timing', unit: 'months', limits, integer: true } as const;
  return [
    { ...common, address: `${prefix}.from`, label: `${label}: start`, low: 0, high: half },
    { ...common, address: `${prefix}.until`, label: `${label}: end`, low: half, high: 12 * years },
    { ...common, address: `${prefix}.ramp`, label: `${label}: ramp`, low: 0, high: half },
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
