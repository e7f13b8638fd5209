import { deepFreeze } from '../input/index.js';
import type { Context } from './scenario.js';

/** One number of the context, for the schema and for every control that sets it. */
export interface ContextField {
  /** Key inside `context`, e.g. ["hostileLaw", "severity"]. */
  readonly path: readonly [string] | readonly [string, string];
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value at which nothing happens. */
  readonly neutral: number;
  readonly integer?: boolean;
}

/** Longest horizon in months: a shock can start in any month of any run. */
const lastMonth = 480;

export const contextFields: readonly ContextField[] = deepFreeze([
  {
    path: ['turnover'],
    label: 'Leadership turnover',
    unit: 'times the calibrated rate',
    min: 0,
    max: 5,
    step: 0.1,
    neutral: 1,
  },
  {
    path: ['mandatePressure'],
    label: 'Pressure of mandates from above',
    unit: '0 (none) to 1 (the strongest considered)',
    min: 0,
    max: 1,
    step: 0.05,
    neutral: 0,
  },
  month(['hostileLaw', 'month'], 'First month of a law hostile to bargaining'),
  severity(['hostileLaw', 'severity'], 'Severity of the law'),
  month(['budgetShock', 'month'], 'First month of a budget shock'),
  {
    path: ['budgetShock', 'months'],
    label: 'Length of the budget shock',
    unit: 'months',
    min: 0,
    max: lastMonth,
    step: 1,
    neutral: 24,
    integer: true,
  },
  severity(['budgetShock', 'severity'], 'Severity of the budget shock'),
]);

/** A context in which nothing happens: calibrated turnover, no mandates, no shock. */
export const neutralContext: Context = deepFreeze({
  turnover: 1,
  mandatePressure: 0,
  hostileLaw: { month: 0, severity: 0 },
  budgetShock: { month: 0, months: 24, severity: 0 },
});

function month(path: readonly [string, string], label: string): ContextField {
  const unit = 'months from the first month';
  return { path, label, unit, min: 0, max: lastMonth, step: 1, neutral: 0, integer: true };
}

function severity(path: readonly [string, string], label: string): ContextField {
  return { path, label, unit: '0 (none) to 1 (full)', min: 0, max: 1, step: 0.05, neutral: 0 };
}
