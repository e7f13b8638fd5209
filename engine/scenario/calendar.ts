/** A calendar month as scenarios write it. */
export const calendarPattern = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;

/** Months from one calendar month to another; negative when the second is earlier. */
export function monthsBetween(first: string, second: string): number {
  return ordinal(second) - ordinal(first);
}

/** The calendar month that lies `months` after `first`, e.g. ("2012-07", 24) is "2014-07". */
export function addMonths(first: string, months: number): string {
  const at = ordinal(first) + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

function ordinal(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
}
