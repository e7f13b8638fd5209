import { deepFreeze } from '../input/index.js';
import type { LeverField } from '../model/lever.js';
import type { Lever } from '../model/levers/index.js';

/**
 * Whole settings of a lever by one word: off, 1x (what the state partnership did in its first two years)
 * and 2x.
 */
export const packageNames = deepFreeze(['none', 'mep', 'double'] as const);
export type PackageName = (typeof packageNames)[number];

/**
 * Value of a field in a package, in the field's natural unit. A lever is off when its dose (its first field) is
 * zero; its other fields then keep their 1x values, so that a dose set later has sensible company.
 */
export function packageValue(name: PackageName, lever: Lever, field: LeverField): number {
  switch (name) {
    case 'none':
      return field === lever.fields[0] ? 0 : field.mep;
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
