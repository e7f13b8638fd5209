import { hashEvidence, hashPopulation, version } from '../../ensemble/index.js';
import { InputError } from '../../input/index.js';
import { outcomes } from '../../model/outcomes/index.js';
import type { Manifest } from '../../output/manifest.js';
import type { Population } from '../../population/index.js';
import { identityError } from './read-manifest.js';

/** @throws InputError when the results of a directory are unfinished */
export function requireComplete(directory: string, status: Manifest['status']): void {
  if (status === 'complete') return;
  const [rule, remedy] = ['must be complete', 'finish it with --resume'];
  throw new InputError([{ path: `${directory}/manifest.json`, value: status, rule, remedy }]);
}

/** @throws InputError where the program or data that made a result differ from those at hand: it can't be computed again here */
export function requireSameData(
  directory: string,
  made: Pick<Manifest, 'accord' | 'posterior' | 'population' | 'outcomes'>,
  population: Population,
): void {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['accord', made.accord, version],
    ['posterior', made.posterior, hashEvidence()],
    ['population.hash', made.population.hash, hashPopulation(population)],
    ['outcomes', made.outcomes.join(), outcomes.map(({ id }) => id).join()],
  ];
  const fields = pairs.flatMap(([field, left, right]) => (left === right ? [] : [{ field, left, right }]));
  if (fields.length > 0)
    throw identityError(directory, fields, 'here', 'verify with the version and data that made it');
}

/** The first figure in which a line of a table differs from the one that was made again; a number's text is its bits. */
export function lineDifference(columns: readonly string[], found: string, again: string): string | undefined {
  const [left, right] = [found, again].map((line) => line.trim().split(','));
  const at = columns.findIndex((_, index) => left![index] !== right![index]);
  return at < 0 ? undefined : `${columns[at]!} = ${left![at] ?? ''} must be ${right![at] ?? ''}`;
}
