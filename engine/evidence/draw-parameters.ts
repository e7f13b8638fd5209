import { draw, drawName, tickKeys, uniform } from '../random/index.js';
import { priorQuantile } from './distribution.js';
import { parameterIndex, parameters } from './parameters.js';

const names = parameters.map(({ id }) => drawName(`parameter ${id}`));

/**
 * The parameter set of one replicate: every parameter from its own addressed draw, so that a new parameter or a fixed
 * assumption moves no other.
 *
 * @param assumptions parameters held at one value, by id
 * @returns one value a parameter, in the order of `parameters`
 */
export function drawParameters(
  root: Uint32Array,
  replicate: number,
  assumptions: Readonly<Record<string, number>> = {},
): Float64Array {
  const keys = new Int32Array(2);
  const set = new Float64Array(parameters.length);
  parameters.forEach((parameter, index) => {
    const name = names[index];
    if (!name) return;
    tickKeys(root, replicate, name, 0, keys);
    set[index] = priorQuantile(parameter, uniform(draw(keys[0] ?? 0, keys[1] ?? 0, 0)));
  });
  return withAssumptions(set, assumptions);
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
