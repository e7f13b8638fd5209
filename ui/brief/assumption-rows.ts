import { parameters } from '../../engine/evidence/index.js';
import { contextFields } from '../../engine/scenario/context-fields.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { describeRange, formatParameter } from '../words/describe-parameter.js';
import { contextValue } from '../state/setup.js';

/** Something that this brief assumes and the evidence does not. */
export interface AssumptionRow {
  readonly label: string;
  readonly value: string;
  /** What it is when nobody changes it. */
  readonly otherwise: string;
  /** How well the replaced value is supported. */
  readonly grade: string;
}

/** Every parameter held at one value and every surrounding in which something happens. */
export function assumptionRows({ assumptions, context }: Scenario): readonly AssumptionRow[] {
  const surroundings = contextFields.flatMap(({ path, label, unit, neutral }): AssumptionRow[] => {
    const value = contextValue(context, path);
    if (value === neutral) return [];
    return [{ label, value: `${value} ${unit}`, otherwise: String(neutral), grade: 'assumed' }];
  });
  const held = parameters.flatMap((parameter): AssumptionRow[] => {
    const value = assumptions[parameter.id];
    if (value === undefined) return [];
    const unit = parameter.unit === '' ? '' : ` ${parameter.unit}`;
    return [
      {
        label: parameter.label,
        value: `${formatParameter(value)}${unit}`,
        otherwise: describeRange(parameter),
        grade: parameter.status,
      },
    ];
  });
  return [...surroundings, ...held];
}
