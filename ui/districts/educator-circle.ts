/** The educators of a school on a circle, and the pairs of them that communicate. */
export interface EducatorCircle {
  /** Where each educator stands; 0 is the principal, 1 the union representative. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
  /** One path through all pairs, those with an office apart. */
  readonly ties: string;
  readonly officeTies: string;
  /** Pairs that an educator is part of. */
  readonly degrees: Uint16Array;
}

/**
 * Places educators on a circle around the middle of a square.
 *
 * @param pairs a byte a pair, as `educatorNetwork` gives them: pair (a, b) with a < b at b (b - 1) / 2 + a
 * @param side of the square in pixels
 * @param rim room outside the circle
 */
export function educatorCircle(
  educators: number,
  pairs: Uint8Array,
  side: number,
  rim: number,
): EducatorCircle {
  const radius = side / 2 - rim;
  const places = Array.from({ length: educators }, (_, educator) => {
    const turn = (2 * Math.PI * educator) / educators - Math.PI / 2;
    return { x: round(side / 2 + radius * Math.cos(turn)), y: round(side / 2 + radius * Math.sin(turn)) };
  });
  const degrees = new Uint16Array(educators);
  const lines: string[] = [];
  const office: string[] = [];
  for (let b = 1, pair = 0; b < educators; b++) {
    for (let a = 0; a < b; a++, pair++) {
      if (pairs[pair] !== 1) continue;
      degrees[a]! += 1;
      degrees[b]! += 1;
      (a < 2 ? office : lines).push(`M${places[a]!.x},${places[a]!.y}L${places[b]!.x},${places[b]!.y}`);
    }
  }
  return { places, ties: lines.join(''), officeTies: office.join(''), degrees };
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
