import { deepFreeze } from '../input/index.js';
import { InputError } from '../input/index.js';
import type { Parameter } from './parameter.js';
import { parseParameters } from './parse-parameter.js';
import { posterior } from './posterior.js';

const files = import.meta.glob<unknown>('./parameters/*.yaml', { eager: true, import: 'default' });

/** Every parameter, sorted by id: the order of every parameter set. */
export const parameters: readonly Parameter[] = deepFreeze(load());

/** Place of a parameter in `parameters` and in every parameter set. */
export const parameterIndex: ReadonlyMap<string, number> = new Map(
  parameters.map((parameter, index) => [parameter.id, index]),
);

function load(): Parameter[] {
  const read = Object.entries(files).map(([path, raw]) =>
    parseParameters(path, path.replace(/^.*\/|\.yaml$/g, ''), raw),
  );
  const all = read.flatMap((file) => file.parameters);
  const problems = read.flatMap((file) => file.problems);
  const seen = new Set<string>();
  for (const { id, topic } of all) {
    if (seen.has(id)) {
      problems.push({
        path: `${topic}.yaml: ${id}`,
        value: id,
        rule: 'must be unique',
        remedy: 'rename one',
      });
    }
    seen.add(id);
  }
  if (problems.length > 0) throw new InputError(problems);
  return all.map(withPosterior).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the fit made of a parameter; the entry and its prior stay as they are written. */
function withPosterior(parameter: Parameter): Parameter {
  const fitted = posterior?.parameters[parameter.id];
  if (fitted === undefined) return parameter;
  return { ...parameter, status: 'calibrated', posterior: fitted.posterior };
}

/**
 * Value of one parameter in a set.
 *
 * @throws Error when there is no such parameter: a rule asks for a number without provenance
 */
export function parameterValue(set: Float64Array, id: string): number {
  const index = parameterIndex.get(id);
  const value = index === undefined ? undefined : set[index];
  if (value === undefined)
    throw new Error(`parameter ${id} must have an entry in engine/evidence/parameters`);
  return value;
}
