import { practices } from '../words/practices.js';

/** Codes of the trace, as indices of `practices`. */
export const practiceOfCode = ['adversarial', 'ibbTrained', 'collaborative'].map((id) =>
  practices.find((practice) => practice.id === id)!,
);

/** Codes in the order in which they are listed: the best relationship first. */
export const practicesShown = [2, 1, 0] as const;

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Side of a district's cell in CSS pixels. */
  readonly cell: number;
}

/** The grid that a number of districts takes in a given width. */
export function gridOf(count: number, width: number, cell: number): Grid {
  const columns = Math.max(1, Math.min(count, Math.floor(width / cell)));
  return { columns, rows: Math.ceil(count / columns), cell };
}

/** Cells as large as lets the districts of a population share a page of this width. */
export function cellFor(districts: number, pageWidth: number): number {
  const room = 220 * pageWidth;
  return Math.round(Math.min(32, Math.max(8, Math.sqrt(room / districts))));
}

/**
 * Draws districts as marks: circles, triangles and squares, so that colour is never needed to tell them apart.
 *
 * @param codes practice code a district, in the order of the grid
 * @param colours colour of each code
 * @param selected place in the grid of the district to ring, -1 for none
 */
export function drawDistricts(
  context: CanvasRenderingContext2D,
  codes: ArrayLike<number>,
  grid: Grid,
  colours: readonly string[],
  outline: string,
  selected: number,
): void {
  const { columns, rows, cell } = grid;
  context.clearRect(0, 0, columns * cell, rows * cell);
  const radius = cell * 0.36;
  colours.forEach((colour, code) => {
    context.beginPath();
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] !== code) continue;
      const x = ((i % columns) + 0.5) * cell;
      const y = (Math.floor(i / columns) + 0.5) * cell;
      addShape(context, practiceOfCode[code]!.shape, x, y, radius);
    }
    context.fillStyle = colour;
    context.fill();
    context.strokeStyle = outline;
    context.lineWidth = cell > 10 ? 0.75 : 0.4;
    context.stroke();
  });
  if (selected < 0) return;
  context.strokeStyle = outline;
  context.lineWidth = 2;
  const x = (selected % columns) * cell;
  const y = Math.floor(selected / columns) * cell;
  context.strokeRect(x + 1, y + 1, cell - 2, cell - 2);
}

type Shape = (typeof practices)[number]['shape'];

/** Shapes of equal weight to the eye. */
function addShape(context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, r: number): void {
  switch (shape) {
    case 'circle':
      context.moveTo(x + r, y);
      context.arc(x, y, r, 0, 2 * Math.PI);
      return;
    case 'square':
      context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
      return;
    case 'triangle':
      context.moveTo(x, y - 1.1 * r);
      context.lineTo(x + 1.1 * r, y + 0.85 * r);
      context.lineTo(x - 1.1 * r, y + 0.85 * r);
      context.closePath();
  }
}
