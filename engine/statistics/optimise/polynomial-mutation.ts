import { type Bounds, power, type VariableDraw } from './simulated-binary-crossover.js';

/**
 * Polynomial mutation within bounds: moves a variable by a share of its range, small moves likelier than large.
 *
 * Source: Deb and Goyal, "A combined genetic adaptive search (GeneAS) for engineering design", Computer Science and
 * Informatics 26 (1996), 30-45; bounded as in the authors' NSGA-II.
 *
 * @param chance that a variable moves, 0..1
 * @param index distribution index, 0 or more; larger moves less
 * @returns a new point within the bounds
 */
export function mutatePoint(
  point: Float64Array,
  { low, high }: Bounds,
  chance: number,
  index: number,
  draw: VariableDraw,
): Float64Array {
  return point.map((value, variable) => {
    const [lowest, highest] = [low[variable]!, high[variable]!];
    const range = highest - lowest;
    if (range <= 0 || draw(0, variable) >= chance) return value;
    const u = draw(1, variable);
    const down = u < 0.5;
    const tail = down ? 2 * u : 2 - 2 * u;
    const kept = 1 - (down ? value - lowest : highest - value) / range;
    const size = 1 - power(tail + (1 - tail) * power(kept, index + 1), 1 / (index + 1));
    return Math.min(Math.max(value + (down ? -size : size) * range, lowest), highest);
  });
}
