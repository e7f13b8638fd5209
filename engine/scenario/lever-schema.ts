import { z } from '../input/zod.js';
import type { LeverField } from '../model/lever.js';
import type { Lever } from '../model/levers/index.js';
import { between, packageName, timingShape } from './schema-fields.js';

/** Schema of one lever, from the lever's own file: a package by its name, or fields, timing and package. */
export function leverSchema(lever: Lever) {
  const error = 'must be none, mep, double or the fields of the lever';
  const fields = lever.fields.map((field) => [field.id, fieldSchema(field)]);
  const object = z.strictObject(
    { ...timingShape, package: packageName.optional(), ...Object.fromEntries(fields) },
    { error },
  );
  return z
    .union([packageName, object], { error })
    .optional()
    .meta({ title: lever.label, description: lever.what });
}

function fieldSchema(field: LeverField): z.ZodType<number | string | undefined> {
  const schema = field.choices
    ? z.enum(field.choices, { error: `must be one of ${field.choices.join(', ')}` })
    : between(field.min, field.max, field.integer);
  const [low, high] = field.studied;
  const description = field.choices
    ? `Default ${field.choices[field.mep] ?? ''}.`
    : `In ${field.unit.words}. 1x = ${field.mep}, 2x = ${field.double}; the sources speak of ${low} to ${high}.`;
  return schema.optional().meta({ title: field.label, description });
}
