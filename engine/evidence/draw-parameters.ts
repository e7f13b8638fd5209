import { draw, drawName, tickKeys, uniform } from '../random/index.js';
import { priorQuantile, quantile } from './distribution.js';
import { parameterIndex, parameters } from './parameters.js';
import { posteriorDraws } from './posterior-draws.js';

const names = parameters.map(({ id }) => drawName(`parameter ${id}`));

/**
 * The parameter set of one replicate: the committed joint posterior draw number `replicate`, in the file's order and from
 * its start again beyond its end, whatever the seed. A parameter that the file does not have yet comes from its prior.
 *
 * @param assumptions parameters held at one value, by id: they replace single values of the joint draw
 * @returns one value a parameter, in the order of `parameters`
 */
export function drawParameters(
  root: Uint32Array,
  replicate: number,
  assumptions: Readonly<Record<string, number>> = {},
): Float64Array {
  const { count, columns, values } = posteriorDraws();
  const set = new Float64Array(parameters.length).fill(NaN);
  if (count > 0) {
    const from = (replicate % count) * columns.length;
    for (let column = 0; column < columns.length; column++) set[columns[column]!] = values[from + column]!;
  }
  for (let index = 0; index < set.length; index++) {
    if (Number.isNaN(set[index]!)) set[index] = priorValue(root, replicate, index);
  }
  return withAssumptions(set, assumptions);
}

/**
 * The prior draw of a replicate: every parameter from its own addressed draw, so that a new parameter moves no other.
 *
 * @param known values by place that are not drawn
 * @returns one value a parameter, in the order of `parameters`
 */
export function drawPrior(
  root: Uint32Array,
  replicate: number,
  known: ReadonlyMap<number, number> = new Map(),
): Float64Array {
  return Float64Array.from(parameters, (_, index) => known.get(index) ?? priorValue(root, replicate, index));
}

const keys = new Int32Array(2);

function priorValue(root: Uint32Array, replicate: number, index: number): number {
  const parameter = parameters[index]!;
  if (parameter.distribution.kind === 'constant') return quantile(parameter.distribution, 0.5);
  tickKeys(root, replicate, names[index]!, 0, keys);
  return priorQuantile(parameter, uniform(draw(keys[0]!, keys[1]!, 0)));
}

/** A copy of a parameter set with some parameters held at a value. */
export function withAssumptions(
  set: Float64Array,
  assumptions: Readonly<Record<string, number>>,
): Float64Array {
  const held = Float64Array.from(set);
  for (const [id, value] of Object.entries(assumptions)) {
    const index = parameterIndex.get(id);
    if (index === undefined) throw new Error(`assumptions.${id} must be the id of a parameter`);
    held[index] = value;
  }
  return held;
}
