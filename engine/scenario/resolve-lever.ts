import type { Problem } from '../input/index.js';
import type { LeverField, Timing } from '../model/lever.js';
import type { Lever } from '../model/levers/index.js';
import { monthsBetween } from './calendar.js';
import { packageValue, type PackageName } from './lever-package.js';
import type { Place } from '../input/index.js';
import type { ScenarioDocument } from './scenario-document.js';
import type { LeverSetting } from './scenario.js';
import { problemAt } from '../input/schema-problems.js';

/** A lever's entry once the schema has passed it. */
interface LeverFields {
  readonly package?: PackageName;
  readonly from?: number | string;
  readonly until?: number | string;
  readonly ramp?: number;
  readonly [field: string]: number | string | undefined;
}

/**
 * A lever's complete setting: its own fields, else its package's, else the scenario's package's; its own
 * timing, else the scenario's.
 */
export function resolveLever(
  lever: Lever,
  document: ScenarioDocument,
  place: Place,
  problems: Problem[],
): LeverSetting {
  const given = document.levers?.[lever.id] as PackageName | LeverFields | undefined;
  const own = typeof given === 'object' ? given : {};
  const base = (typeof given === 'string' ? given : own.package) ?? document.package;
  checkDose(lever, own, base, place, problems);
  const values = Object.fromEntries(
    lever.fields.map((field): [string, number] => [field.id, fieldValue(lever, field, own, base)]),
  );
  return { ...timing(lever.id, own, document, place, problems), values };
}

function fieldValue(lever: Lever, field: LeverField, own: LeverFields, base: PackageName): number {
  const value = own[field.id];
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return field.choices?.indexOf(value) ?? NaN;
  return packageValue(base, lever, field);
}

/** A lever that is described but given no dose would stay off without a word. */
function checkDose(
  lever: Lever,
  own: LeverFields,
  base: PackageName,
  place: Place,
  problems: Problem[],
): void {
  const dose = lever.fields[0];
  const described = lever.fields.some(({ id }) => own[id] !== undefined);
  if (!dose || base !== 'none' || !described || own[dose.id] !== undefined) return;
  const path = ['levers', lever.id, dose.id];
  const remedy = `add ${dose.id}: ${dose.mep || dose.double}, or package: mep`;
  problems.push(problemAt(place, path, undefined, 'must be given: the lever is off', remedy));
}

function timing(
  lever: string,
  own: LeverFields,
  document: ScenarioDocument,
  place: Place,
  problems: Problem[],
): Timing {
  const month = (key: 'from' | 'until'): number | undefined => {
    const value = own[key] ?? document.timing?.[key];
    if (typeof value !== 'string') return value;
    const months = monthsBetween(document.firstMonth, value);
    if (months < 0) report(key, value, `must be no earlier than the first month, ${document.firstMonth}`);
    return months;
  };
  const report = (key: 'from' | 'until', value: unknown, rule: string): void => {
    const path = own[key] === undefined ? ['timing', key] : ['levers', lever, key];
    problems.push(problemAt(place, path, value, rule));
  };
  const startMonth = month('from') ?? 0;
  const endMonth = month('until') ?? horizonEnd(document.years, startMonth);
  if (endMonth < startMonth) {
    report(
      'until',
      own.until ?? document.timing?.until,
      `must be no earlier than the start, month ${startMonth}`,
    );
  }
  return { startMonth, endMonth, rampMonths: own.ramp ?? document.timing?.ramp ?? 0 };
}

/** End of a lever that never stops. */
export function horizonEnd(years: number, startMonth: number): number {
  return Math.max(12 * years, startMonth);
}
