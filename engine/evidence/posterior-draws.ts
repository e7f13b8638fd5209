import { parameterIndex } from './parameters.js';

/** A megabyte of text that only those who run the model need; a page's first view does without. */
const files = import.meta.glob<string>('./posterior-draws.csv', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Joint draws: one row a draw, one column a parameter that varies. */
export interface JointDraws {
  readonly count: number;
  /** Place of each column in a parameter set. */
  readonly columns: Int32Array;
  /** Draw after draw. */
  readonly values: Float64Array;
}

/**
 * Reads the file of joint draws: a head with the ids of the parameters, then one line a draw. Columns of parameters that
 * there no longer are, are left out.
 *
 * @throws Error when a line has another number of columns, or a cell is no number
 */
export function parseDraws(text: string): JointDraws {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const places = head.split(',').map((id) => parameterIndex.get(id) ?? -1);
  const columns = Int32Array.from(places.filter((place) => place >= 0));
  const values = new Float64Array(lines.length * columns.length);
  let at = 0;
  lines.forEach((line, index) => {
    const cells = line.split(',');
    const where = `engine/evidence/posterior-draws.csv:${index + 2}`;
    if (cells.length !== places.length)
      throw new Error(`${where}: ${cells.length} columns must be ${places.length}; run accord-sim calibrate`);
    cells.forEach((cell, column) => {
      if (places[column]! < 0) return;
      const value = Number(cell);
      if (cell === '' || !Number.isFinite(value))
        throw new Error(`${where}: '${cell}' must be a number; run accord-sim calibrate`);
      values[at++] = value;
    });
  });
  return { count: lines.length, columns, values };
}

let committed: JointDraws | undefined;

/** The committed joint draws, read when first needed; none before the first fit. */
export function posteriorDraws(): JointDraws {
  return (committed ??= parseDraws(files['./posterior-draws.csv'] ?? ''));
}
