import { draw, entityKeys } from '../random/index.js';

/**
 * Addresses of schools from their district's address and their own name, unique and free of the order of the list. One
 * hash of a name serves all its namesakes, so that a nation takes no longer than a state's list of names.
 *
 * @param districtKey address of each school's district
 * @throws RangeError when a district has two schools of one name
 */
export function schoolKeys(districtKey: Uint32Array, names: readonly string[]): Uint32Array {
  const distinct = [...new Set(names)];
  const nameKeys = entityKeys(distinct);
  const nameKey = new Map(distinct.map((name, i) => [name, nameKeys[i] ?? 0]));
  const keyAt = (i: number, attempt: number): number =>
    draw(districtKey[i] ?? 0, attempt, nameKey.get(names[i] ?? '') ?? 0);
  const keys = Uint32Array.from(names, (_, i) => keyAt(i, 0));
  const taken = new Set(keys);
  if (taken.size < keys.length) resolveCollisions(keys, taken, districtKey, names, keyAt);
  return keys;
}

/** Of schools that share a key, the one in the district with the lowest address keeps it. */
function resolveCollisions(
  keys: Uint32Array,
  taken: Set<number>,
  districtKey: Uint32Array,
  names: readonly string[],
  keyAt: (i: number, attempt: number) => number,
): void {
  const order = Array.from(keys.keys()).sort(
    (a, b) => keys[a]! - keys[b]! || districtKey[a]! - districtKey[b]!,
  );
  let key: number | undefined;
  let kept = -1;
  for (const i of order) {
    if (keys[i] !== key) {
      key = keys[i];
      kept = i;
      continue;
    }
    if (districtKey[i] === districtKey[kept] && names[i] === names[kept])
      throw new RangeError(
        `school name = '${names[i] ?? ''}' must be unique in its district; rename one of the two`,
      );
    let attempt = 1;
    while (taken.has(keyAt(i, attempt))) attempt++;
    keys[i] = keyAt(i, attempt);
    taken.add(keys[i]);
  }
}
