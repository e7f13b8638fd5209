import { levers } from '../../model/levers/index.js';
import { applySettings, type Scenario } from '../../scenario/index.js';

/** A number, or a word such as `double` for a whole lever. */
export type FactorLevel = number | string;

/**
 * A scenario with factors at some values, checked as a scenario file is.
 *
 * @param addresses of the factors; `timing.from` and its like set all levers
 * @param values one an address
 * @throws InputError when no scenario may have these values together
 */
export function pointScenario(
  scenario: Scenario,
  addresses: readonly string[],
  values: ArrayLike<FactorLevel>,
  name: string,
): Scenario {
  const settings = addresses.flatMap((address, index) =>
    targetsOf(address).map((target) => `${target}=${values[index] ?? ''}`),
  );
  return { ...applySettings(scenario, settings, scenario.name), name };
}

/** What a factor sets: lever timings of their own win over common ones, so a common one is set lever by lever. */
function targetsOf(address: string): string[] {
  const [first, key] = address.split('.', 2);
  return first === 'timing' ? levers.map(({ id }) => `levers.${id}.${key ?? ''}`) : [address];
}
