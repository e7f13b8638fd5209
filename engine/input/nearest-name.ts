import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that a misspelt one was most likely meant to be.
 *
 * @returns undefined when nothing is near: at most a third of the letters may differ, and always two
 */
export function nearestName(name: string, valid: readonly string[]): string | undefined {
  if (valid.length === 0 || name.length > 100) return undefined;
  const lower = name.toLowerCase();
  const same = valid.find((candidate) => candidate.toLowerCase() === lower);
  const best = same ?? closest(name, valid);
  const allowed = Math.max(2, Math.ceil(name.length / 3));
  return same !== undefined || distance(name, best) <= allowed ? best : undefined;
}

/** The remedy for a name that does not exist: the nearest one, or the list when that is short. */
export function nameRemedy(name: string, valid: readonly string[], elsewhere = ''): string {
  const near = nearestName(name, valid);
  if (near !== undefined) return `did you mean ${near}?`;
  return valid.length <= 16 ? `choose from ${valid.join(', ')}` : elsewhere;
}
