import type { Comparison } from './comparison.js';

/**
 * The finished comparison that ships with the page: the opening question, computed when the page was built. A test
 * computes it again and compares the digests.
 *
 * @returns undefined where it can't be had, as in a copy of the page without it: then the first run shows the first numbers
 */
export async function openingComparison(): Promise<Comparison | undefined> {
  try {
    const response = await fetch('./opening.json');
    return response.ok ? ((await response.json()) as Comparison) : undefined;
  } catch {
    return undefined;
  }
}
