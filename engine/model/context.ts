import type { Context } from './policy.js';

/**
 * Mandates, a hostile law and a budget shock, as multipliers a month (index 1 is the first month; index 0 repeats it).
 * Each multiplier moves from 1 to its parameter in proportion to the severity.
 */
export function contextMultipliers(
  context: Context,
  months: number,
  value: (id: string) => number,
): { inquiry: Float64Array; loss: Float64Array } {
  const { mandatePressure, hostileLaw, budgetShock } = context;
  const inquiry = new Float64Array(months + 1);
  const loss = new Float64Array(months + 1);
  for (let month = 0; month <= months; month++) {
    const at = Math.max(0, month - 1);
    const law = at >= hostileLaw.month ? hostileLaw.severity : 0;
    const since = at - budgetShock.month;
    const budget = since >= 0 && since < budgetShock.months ? budgetShock.severity : 0;
    inquiry[month] =
      between(value('mandateOnInquiry'), mandatePressure) *
      between(value('hostileLawOnInquiry'), law) *
      between(value('budgetOnInquiry'), budget);
    loss[month] =
      between(value('mandateOnLoss'), mandatePressure) *
      between(value('hostileLawOnLoss'), law) *
      between(value('budgetOnLoss'), budget);
  }
  return { inquiry, loss };
}

function between(full: number, severity: number): number {
  return 1 + (full - 1) * severity;
}
