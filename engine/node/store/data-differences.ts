import { hashEvidence, hashPopulation, version } from '../../ensemble/index.js';
import { outcomes } from '../../model/outcomes/index.js';
import type { Population } from '../../population/index.js';
import type { FieldDifference, Manifest } from '../../output/manifest.js';

/** Where the program and data that made a result differ from those at hand, so that it cannot be computed again here. */
export function dataDifferences(
  made: Pick<Manifest, 'accord' | 'posterior' | 'population' | 'outcomes'>,
  population: Population,
): FieldDifference[] {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['accord', made.accord, version],
    ['posterior', made.posterior, hashEvidence()],
    ['population.hash', made.population.hash, hashPopulation(population)],
    ['outcomes', made.outcomes.join(), outcomes.map(({ id }) => id).join()],
  ];
  return pairs.flatMap(([field, left, right]) => (left === right ? [] : [{ field, left, right }]));
}
