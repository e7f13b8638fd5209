import { addressedUniform } from './addressed-uniform.js';
import { requireCount, requireInput } from '../../input/index.js';
import { sobolDirections } from './sobol-directions.js';

const bits = 32;
const cells = 4294967296;
const lines = sobolDirections.trim().split('\n');

/** Dimensions that the tables reach. */
export const maximumSobolDimensions = lines.length + 1;

const directions: Uint32Array[] = [
  Uint32Array.from({ length: bits }, (_, bit) => (1 << (bits - 1 - bit)) >>> 0),
  ...lines.map((line) => expandDirections(line.split(' ').map(Number))),
];

/** Continues the initial numbers of one dimension by its polynomial's recurrence (Bratley and Fox 1988). */
function expandDirections([coefficients = 0, ...initial]: readonly number[]): Uint32Array {
  const degree = initial.length;
  const numbers = Uint32Array.from({ length: bits }, (_, bit) => (initial[bit] ?? 0) << (bits - 1 - bit));
  for (let bit = degree; bit < bits; bit++) {
    const oldest = numbers[bit - degree] ?? 0;
    let next = oldest ^ (oldest >>> degree);
    for (let lag = 1; lag < degree; lag++) {
      if ((coefficients >>> (degree - 1 - lag)) & 1) next ^= numbers[bit - lag] ?? 0;
    }
    numbers[bit] = next;
  }
  return numbers;
}

/** Settings of `sobolSequence`. */
export interface SobolSequenceOptions {
  /** Points left out at the start; default 0. */
  readonly skip?: number;
  /** Randomises by a digital shift of each dimension, which keeps the net's structure; default unshifted. */
  readonly seed?: string;
}

/**
 * Sobol low-discrepancy sequence: fills the cube evenly at every length, best at powers of two.
 *
 * A longer sequence starts with the shorter one, and one more dimension leaves the others as they were. Coordinates are
 * the middles of cells of width 2^-32, so that a quantile function takes even the first.
 *
 * Sources: Sobol (1967); Antonov and Saleev (1979) for the Gray code order; direction numbers of Joe and Kuo (2008);
 * the digital shift of L'Ecuyer and Lemieux, "Recent advances in randomized quasi-Monte Carlo methods" (2002).
 *
 * @param count points, 0 or more
 * @param dimensions 1 to `maximumSobolDimensions` (161)
 * @returns `count` points, each of `dimensions` coordinates in (0, 1)
 * @throws InputError when a count is no whole number or the dimensions are more than the tables reach
 */
export function sobolSequence(
  count: number,
  dimensions: number,
  options: SobolSequenceOptions = {},
): Float64Array[] {
  const { skip = 0, seed } = options;
  requireCount('count', count, 0);
  requireCount('dimensions', dimensions, 1);
  requireInput(
    dimensions <= maximumSobolDimensions,
    'dimensions',
    dimensions,
    `must be at most ${maximumSobolDimensions}`,
    'screen the factors with morrisSample and keep the important ones',
  );
  const draw = seed === undefined ? undefined : addressedUniform(seed, 'sobol digital shift');
  const shifts = Uint32Array.from({ length: dimensions }, (_, d) => (draw ? draw(0, d, 0) * cells : 0));
  return Array.from({ length: count }, (_, point) =>
    Float64Array.from(shifts, (shift, d) => (sobolInteger(skip + point, d, shift) + 0.5) / cells),
  );
}

function sobolInteger(index: number, dimension: number, shift: number): number {
  const numbers = directions[dimension];
  let integer = shift;
  let gray = (index ^ (index >>> 1)) >>> 0;
  for (let bit = 0; gray > 0; bit++, gray >>>= 1) {
    if (gray & 1) integer ^= numbers?.[bit] ?? 0;
  }
  return integer >>> 0;
}
