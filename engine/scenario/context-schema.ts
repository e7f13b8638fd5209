import { z } from '../input/zod.js';
import { contextFields, type ContextField } from './context-fields.js';
import { between, group } from './schema-fields.js';

const entries = new Map(contextFields.map(({ path: [key] }) => [key, entrySchema(key)]));

/** Schema of `context`, from `contextFields`. */
export const contextSchema = z.strictObject(Object.fromEntries(entries), group).optional();

function entrySchema(key: string): z.ZodType {
  const fields = contextFields.filter(({ path }) => path[0] === key);
  const single = fields.find(({ path }) => path.length === 1);
  if (single) return fieldSchema(single);
  const shape = fields.map((field) => [field.path[1] ?? '', fieldSchema(field)]);
  return z.strictObject(Object.fromEntries(shape), group).optional();
}

function fieldSchema({ label, unit, min, max, neutral, integer }: ContextField): z.ZodType {
  return between(min, max, integer)
    .optional()
    .meta({ title: label, description: `In ${unit}. Default ${neutral}.` });
}
