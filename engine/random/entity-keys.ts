import { textWords } from './text-words.js';

/**
 * A stable 32-bit draw id for each entity, from its name alone, so that one more district changes nobody else's luck.
 *
 * Two names can share their first word (with 13,500 names once in fifty lists). Then the one that sorts first keeps it
 * and the other takes the next free word of its digest, whatever the order of the list.
 *
 * @param names unique names, in any order
 * @returns unique uint32 keys, in the order of `names`
 * @throws RangeError when a name occurs twice
 */
export function entityKeys(names: readonly string[]): Uint32Array {
  const keyOf = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of [...names].sort()) {
    if (keyOf.has(name))
      throw new RangeError(`entity name = '${name}' must be unique; rename one of the two`);
    const key = freeWord(name, taken);
    keyOf.set(name, key);
    taken.add(key);
  }
  return Uint32Array.from(names, (name) => keyOf.get(name)!);
}

function freeWord(name: string, taken: ReadonlySet<number>): number {
  for (let attempt = 0; ; attempt++) {
    const words = textWords(`entity ${attempt} ${name}`);
    const free = words.find((word) => !taken.has(word));
    if (free !== undefined) return free;
  }
}
