import { parameters, posterior } from '../evidence/index.js';
import type { Population } from '../population/index.js';
import { canonicalJson } from './canonical-json.js';
import { hex, portableHash } from './digest.js';
import { utf8 } from './platform.js';

const known = new WeakMap<Population, string>();

/**
 * SHA-256 of the districts and schools of a population, in hexadecimal. What it is called and where it was read from
 * are no part of it: a file has one hash however its path is typed.
 */
export function hashPopulation(population: Population): string {
  const found = known.get(population);
  if (found !== undefined) return found;
  const { districts, schools, apiNoise, states, regions } = population;
  const columns = [districts, schools].flatMap((table) =>
    Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const result = hashData([{ apiNoise, states, regions }, ...columns]);
  known.set(population, result);
  return result;
}

/** SHA-256 of every parameter with its distribution and of the joint posterior draws, in hexadecimal. */
export function hashEvidence(): string {
  return hashData([...parameters, posterior?.drawsHash ?? null]);
}

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function hashText(text: string): string {
  const hash = portableHash();
  hash.update(utf8(text));
  return hex(hash.digest());
}

/** Hashes a list item by item, so that no text holds it all. */
function hashData(items: Iterable<unknown>): string {
  const hash = portableHash();
  for (const item of items) hash.update(utf8(`${canonicalJson(item)}\n`));
  return hex(hash.digest());
}
