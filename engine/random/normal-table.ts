import { normalQuantile } from './maths.js';

const normalCells = 4096;

/**
 * Standard normal quantiles at the middles of 4,096 equal cells of probability, rescaled to unit variance.
 *
 * A 32-bit draw holds two indices, its low and its high 12 bits, hence two independent normals for one hash. 65,536
 * cells were slower (they leave the first cache) and no better: at 4,096 the values reach +-3.7, the mean is 0 by
 * symmetry, the variance 1, and the fourth moment within 0.4 percent of 3.
 */
export const normalTable: Float64Array = buildNormalTable();

function buildNormalTable(): Float64Array {
  const table = new Float64Array(normalCells);
  let squares = 0;
  for (let cell = 0; cell < normalCells / 2; cell++) {
    const z = normalQuantile((cell + 0.5) / normalCells);
    table[cell] = z;
    squares += 2 * z * z;
  }
  const scale = Math.sqrt(normalCells / squares);
  for (let cell = 0; cell < normalCells / 2; cell++) {
    const z = scale * table[cell]!;
    table[cell] = z;
    table[normalCells - 1 - cell] = -z;
  }
  return table;
}

/** Standard normal of a draw's low 12 bits. */
export function lowNormal(u: number): number {
  return normalTable[u & 4095]!;
}

/** Standard normal of a draw's high 12 bits, independent of `lowNormal` of the same draw. */
export function highNormal(u: number): number {
  return normalTable[u >>> 20]!;
}
