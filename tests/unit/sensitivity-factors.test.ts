import { beforeAll, describe, expect, test } from 'vitest';
import {
  defaultFactors,
  factorCatalogue,
  factorValue,
  findFactor,
  parseFactors,
  pointScenario,
} from '../../engine/analysis/index.js';
import { drawParameters, parameters } from '../../engine/evidence/index.js';
import { levers } from '../../engine/model/levers/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { loadPopulation, type Population } from '../../engine/population/index.js';
import { rootKey } from '../../engine/random/index.js';
import { createKernel } from '../../engine/run.js';
import { loadScenario } from '../../engine/scenario/index.js';

const scenario = loadScenario('six-levers');
const catalogue = factorCatalogue(scenario);
const addresses = (factors: readonly { readonly address: string }[]): string[] =>
  factors.map(({ address }) => address);

describe('a factor', () => {
  test.each(catalogue.map((factor) => [factor.address, factor] as const))(
    '%s can be set at both ends of its range',
    (address, factor) => {
      expect(factor.low).toBeLessThan(factor.high);
      for (const u of [0, 1]) {
        const value = factorValue(factor, u);
        const point = pointScenario(scenario, [address], [value], 'point');
        expect(point.name).toBe('point');
      }
    },
  );

  test('of an assumption runs along what is believed of it, from the 5 to the 95 percent point', () => {
    const rho = findFactor(catalogue, 'assumptions.apiPersistence', 'x');
    expect(factorValue(rho, 0)).toBe(rho.low);
    expect(factorValue(rho, 1)).toBe(rho.high);
    const along = [0, 0.1, 0.5, 0.9, 1].map((u) => factorValue(rho, u));
    expect(along).toEqual(along.toSorted((a, b) => a - b));
    const fitted = findFactor(catalogue, 'assumptions.continuedChance', 'x');
    expect(factorValue(fitted, 0.5)).toBeCloseTo(fitted.belief!.posterior![2], 12);
  });

  test('of an assumption that is held runs over its support', () => {
    const { low, high } = findFactor(catalogue, 'assumptions.causalShare', 'x');
    expect([low, high]).toEqual([0, 1]);
  });

  test('that sets all timings sets each lever, whatever it had of its own', () => {
    const own = pointScenario(scenario, ['levers.research.from'], [24], 'own');
    const { levers: settings } = pointScenario(own, ['timing.from'], [6], 'all');
    expect(Object.values(settings).map(({ startMonth }) => startMonth)).toEqual(levers.map(() => 6));
  });
});

describe('the default factors', () => {
  let population: Population;
  beforeAll(async () => {
    population = await loadPopulation('massachusetts');
  });

  /** Ids of the parameters that a run asks for. */
  function parametersRead(): Set<string> {
    const read = new Set<string>();
    const drawn = drawParameters(rootKey('a'), 0);
    const recorder = new Proxy(drawn, {
      get(target, key) {
        const index = typeof key === 'string' ? Number(key) : NaN;
        if (Number.isInteger(index)) read.add(parameters[index]!.id);
        const value: unknown = Reflect.get(target, key, target);
        // A copy of the whole set asks for no parameter.
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const strike = {
      month: 3,
      district: population.districts.name[0]!,
      kind: 'strike',
      schools: 0,
      what: '',
    } as const;
    const out = new Float64Array(outcomes.length * (12 * scenario.years + 1));
    createKernel(population).run({ ...scenario, events: [strike] }, recorder, rootKey('a'), 0, out);
    return read;
  }
  test('hold every uncertain parameter that a projection reads, and the causal share', () => {
    const read = parametersRead();
    const uncertain = parameters
      .filter(({ id, distribution }) => read.has(id) && distribution.kind !== 'constant')
      .map(({ id }) => `assumptions.${id}`);
    const context = { ...scenario.context, mandatePressure: 0.5 };
    const chosen = addresses(defaultFactors({ ...scenario, context }));
    const assumptions = chosen.filter((id) => id.startsWith('assumptions.'));
    expect(assumptions.sort()).toEqual([...uncertain, 'assumptions.causalShare'].sort());
  });

  test('leave out what mandates and shocks do where there are none', () => {
    expect(addresses(defaultFactors(scenario))).not.toContain('assumptions.mandateOnLoss');
  });

  test('hold an amount of each lever over what the sources speak about', () => {
    const chosen = defaultFactors(scenario).filter(({ kind }) => kind === 'lever');
    expect(new Set(chosen.map(({ address }) => address.split('.')[1]))).toEqual(
      new Set(levers.map(({ id }) => id)),
    );
    const conferences = chosen.find(({ address }) => address === 'levers.conferences.perYear');
    expect(conferences).toMatchObject({ low: 0, high: 4 });
  });
});

describe('a list of factors', () => {
  test('takes groups, addresses and ranges; a later entry replaces an earlier one', () => {
    const factors = parseFactors(
      'levers, levers.conferences.perYear=1..2,context.turnover',
      scenario,
      '--factors',
    );
    expect(factors.find(({ address }) => address === 'levers.conferences.perYear')).toMatchObject({
      low: 1,
      high: 2,
    });
    expect(addresses(factors)).toContain('context.turnover');
    expect(new Set(addresses(factors)).size).toBe(factors.length);
  });

  test('is refused with all that is wrong in it', () => {
    const list = 'levers.confrences.perYear,assumptions.causalShare=0..2,context.turnover=2..1';
    expect(() => parseFactors(list, scenario, '--factors')).toThrow(
      /did you mean levers\.conferences\.perYear\?[^]*causalShare = 0\.\.2 must be[^]*turnover = 2\.\.1 must be/,
    );
  });
});

test('a point of a design is the scenario with these settings, to the last bit', () => {
  const point = pointScenario(scenario, ['assumptions.apiPersistence', 'years'], [0.1 + 0.2, 1], 'point');
  expect(point.assumptions).toEqual({ apiPersistence: 0.1 + 0.2 });
  expect(point.years).toBe(1);
});
