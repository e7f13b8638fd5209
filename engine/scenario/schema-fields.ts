import { number, z } from '../input/zod.js';
import { calendarPattern } from './calendar.js';
import { maxYears } from './defaults.js';
import { packageNames } from './lever-package.js';

const maxMonths = 12 * maxYears;

/** A number with limits. Its message, as everywhere in the schema, is the rule of a problem. */
export function between(min: number, max: number, integer = false): z.ZodNumber {
  const error = `must be ${integer ? 'a whole number ' : ''}between ${min} and ${max}`;
  const kind = integer ? number(error).int({ error }) : number(error);
  return kind.min(min, { error }).max(max, { error });
}

/** Text with at least one visible character. */
export function words(most: number, error: string): z.ZodString {
  return z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(most, { error: `must have at most ${most} characters` });
}

/** Text that may be empty. */
export const prose = z
  .string({ error: 'must be text' })
  .trim()
  .max(2000, { error: 'must have at most 2000 characters' });

export const calendarMonth = z
  .string({ error: 'must be a calendar month such as 2012-07' })
  .regex(calendarPattern, { error: 'must be a calendar month such as 2012-07' });

export const packageName = z.enum(packageNames, { error: `must be one of ${packageNames.join(', ')}` });

/** Error of an object that is no object. */
export const group = { error: 'must be a group of names and values' };

const month = z.union([between(0, maxMonths, true), calendarMonth], {
  error: `must be a month: a whole number from the start (0 to ${maxMonths}) or a calendar month such as 2014-07`,
});

/** When a lever acts: the same three keys for one lever and for all of them. */
export const timingShape = {
  from: month.optional().meta({
    title: 'First month with the lever',
    description: 'Months from the first month, or a calendar month such as 2014-07. Default 0.',
  }),
  until: month.optional().meta({
    title: 'First month without the lever',
    description: 'Months from the first month, or a calendar month. Default: it never stops.',
  }),
  ramp: between(0, maxMonths, true).optional().meta({
    title: 'Months from nothing to the full dose',
    description: 'Default 0: the full dose at once.',
  }),
};

/** Months that a state's start or a shock can lie from the first month. */
export const monthCount = between(0, maxMonths, true);
