import { number, z } from '../input/zod.js';
import { parseDistribution } from './distribution.js';
import type { Parameter } from './parameter.js';
import type { Problem } from '../input/index.js';

const text = z.string().min(1);
const entry = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be a camelCase name'),
  label: text,
  unit: text,
  distribution: z.unknown().refine((raw) => parseDistribution(raw) !== undefined, {
    message:
      'must be one of constant: v, uniform: [low, high], normal: [mean, sd], beta: [a, b], betaPosterior: [share, n], ' +
      'logNormal: [median, 5%, 95%], shiftedLogNormal: [shift, median, 5%, 95%]',
  }),
  support: z.tuple([number(), number()]).refine(([low, high]) => low < high, 'must be [low, high]'),
  source: z.strictObject({ title: text, where: text }),
  population: text,
  method: text,
  status: z.enum(['reported', 'derived', 'calibrated', 'assumed']),
  note: z.string(),
});

/** Checks the entries of one parameter file; every missing or wrong field is a problem of its own. */
export function parseParameters(
  path: string,
  topic: string,
  raw: unknown,
): { parameters: Parameter[]; problems: Problem[] } {
  const parameters: Parameter[] = [];
  const problems: Problem[] = [];
  if (!Array.isArray(raw)) {
    problems.push({
      path,
      value: typeof raw,
      rule: 'must be a list of parameters',
      remedy: 'start each with "- id:"',
    });
    return { parameters, problems };
  }
  for (const [index, item] of raw.entries()) {
    const parsed = entry.safeParse(item);
    const distribution = parsed.success ? parseDistribution(parsed.data.distribution) : undefined;
    if (parsed.success && distribution) {
      parameters.push({ ...parsed.data, topic, distribution });
      continue;
    }
    for (const issue of parsed.error?.issues ?? []) {
      const place = [nameOf(item, index), ...issue.path.map(String)].join('.');
      const value = valueAt(item, issue.path);
      problems.push({
        path: `${path}: ${place}`,
        value: value === undefined ? 'missing' : JSON.stringify(value),
        rule: issue.message,
        remedy:
          'every parameter has id, label, unit, distribution, support, source, population, method, status, note',
      });
    }
  }
  return { parameters, problems };
}

function nameOf(item: unknown, index: number): string {
  const id: unknown = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : `entry ${String(index + 1)}`;
}

function valueAt(item: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    item,
  );
}
