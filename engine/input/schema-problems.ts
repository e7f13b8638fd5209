import { z } from './zod.js';
import type { Problem } from './problem.js';
import { nameRemedy } from './nearest-name.js';
import type { Place } from './place.js';

type Issue = z.core.$ZodIssue;

/** Turns the schema's complaints into problems, in our words and with the nearest valid name. */
export function schemaProblems(
  schema: z.ZodType,
  value: unknown,
  issues: readonly Issue[],
  place: Place,
): Problem[] {
  return issues.flatMap(inner).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [valueProblem(valueAt(value, issue.path), issue, place)];
    return issue.keys.map((key) => keyProblem(schema, issue.path, key, place));
  });
}

/** A problem with one value, on its line. */
export function problemAt(
  place: Place,
  path: readonly PropertyKey[],
  value: unknown,
  rule: string,
  remedy = '',
): Problem {
  const line = place.line?.(path);
  const column = path.length === 0 ? {} : { column: dotted(path) };
  return {
    path: place.path,
    ...(line === undefined ? {} : { line }),
    ...column,
    value: shown(value),
    rule,
    remedy,
  };
}

/** Issues of the alternative that was meant: a failed union hides them one level down. */
function inner(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((branch) =>
    branch.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (!meant) return [issue];
  return meant.flatMap((part) => inner({ ...part, path: [...issue.path, ...part.path] }));
}

function valueProblem(value: unknown, issue: Issue, place: Place): Problem {
  let remedy = '';
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
    remedy = 'write the number without quotes';
  } else if (value === undefined) remedy = `add a line "${String(issue.path.at(-1))}: ..."`;
  return problemAt(place, issue.path, value, issue.message, remedy);
}

function keyProblem(schema: z.ZodType, parent: readonly PropertyKey[], key: string, place: Place): Problem {
  const line = place.keyLine?.(parent, key);
  return {
    path: place.path,
    ...(line === undefined ? {} : { line }),
    value: dotted([...parent, key]),
    rule: `must be ${kindOfName(dotted(parent), place.what)}`,
    remedy: nameRemedy(key, namesAt(schema, parent), 'see the list of parameters'),
  };
}

function kindOfName(parent: string, what = 'scenario'): string {
  if (parent === '') return `a field of a ${what}`;
  if (parent === 'levers') return 'the name of a lever';
  if (parent === 'assumptions') return 'the id of a parameter';
  return `a field of ${parent}`;
}

/** Keys that the schema knows at a path. */
function namesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let object = objectIn(schema);
  for (const key of path) {
    const child: unknown = object?.shape[String(key)];
    object = child instanceof z.ZodType ? objectIn(child) : undefined;
  }
  return Object.keys(object?.shape ?? {});
}

function objectIn(schema: unknown): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return objectIn(schema.unwrap());
  if (!(schema instanceof z.ZodUnion)) return undefined;
  return schema.options.map(objectIn).find((option) => option !== undefined);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === undefined) return '';
  return value === null ? 'nothing' : Array.isArray(value) ? 'a list' : 'a group of fields';
}
