import type { Lever, LeverField } from '../model/lever.js';

/**
 * Whole settings of a lever by one word: off, 1x (what the state partnership did in its first two years)
 * and 2x.
 */
export const packageNames = ['none', 'mep', 'double'] as const;
export type PackageName = (typeof packageNames)[number];

/**
 * Whether a field says how much of the lever there is (the dose, and all that differs between 1x and 2x) or only of
 * which kind. A lever whose amounts are zero is off; its kind then keeps its 1x value, so that an amount set later has
 * sensible company.
 */
export function isAmount(lever: Lever, field: LeverField): boolean {
  return field === lever.fields[0] || field.mep !== field.double;
}

/** Value of a field in a package, in the field's natural unit. */
export function packageValue(name: PackageName, lever: Lever, field: LeverField): number {
  switch (name) {
    case 'none':
      return isAmount(lever, field) ? 0 : field.mep;
    case 'mep':
      return field.mep;
    case 'double':
      return field.double;
  }
}

/** All values of a lever in a package, by field id. */
export function packageValues(name: PackageName, lever: Lever): Record<string, number> {
  return Object.fromEntries(lever.fields.map((field) => [field.id, packageValue(name, lever, field)]));
}
