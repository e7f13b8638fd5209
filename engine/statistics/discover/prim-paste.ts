import { inBox, type PrimData } from './prim-box.js';
import type { BoxLimits } from './prim-peel.js';

interface Paste {
  readonly box: BoxLimits;
  readonly points: number;
  readonly interesting: number;
}

/**
 * Loosens the limits of a box as long as its density does not fall, always where the density rises most.
 *
 * @param patience share of the box's points that one step adds; what is left up to the end counts as a step
 */
export function pasteBox(start: BoxLimits, data: PrimData, patience: number): BoxLimits {
  let current = count(start, data);
  for (;;) {
    const step = Math.max(1, Math.floor(patience * current.points));
    const density = current.interesting / current.points;
    const wider = [...start.low.keys()]
      .flatMap((factor) => [
        loosened(current.box, 'low', factor, data, step),
        loosened(current.box, 'high', factor, data, step),
      ])
      .filter((paste) => paste !== undefined)
      .filter((paste) => paste.interesting / paste.points >= density);
    if (wider.length === 0) return current.box;
    current = wider.reduce((best, paste) =>
      paste.interesting / paste.points > best.interesting / best.points ? paste : best,
    );
  }
}

function loosened(
  box: BoxLimits,
  side: 'low' | 'high',
  factor: number,
  data: PrimData,
  step: number,
): Paste | undefined {
  const limit = box[side][factor]!;
  if (!Number.isFinite(limit)) return undefined;
  const sign = side === 'low' ? -1 : 1;
  const open = { ...box, [side]: box[side].with(factor, sign * Infinity) };
  // The values beyond the limit of the points that this limit alone keeps out, nearest first.
  const beyond = data.points
    .filter((point) => sign * (point[factor]! - limit) > 0 && inBox(open, point))
    .map((point) => point[factor]!)
    .sort((a, b) => sign * (a - b));
  const next = beyond.find((value, place) => place >= step && value !== beyond[place - 1]);
  const last = next === undefined ? undefined : beyond[beyond.indexOf(next) - 1];
  if (next === undefined || last === undefined) return count(open, data);
  return count({ ...box, [side]: box[side].with(factor, (last + next) / 2) }, data);
}

function count(box: BoxLimits, data: PrimData): Paste {
  let [points, interesting] = [0, 0];
  data.points.forEach((point, index) => {
    if (!inBox(box, point)) return;
    points++;
    interesting += data.interest[index]!;
  });
  return { box, points, interesting };
}
