import qrcode from 'qrcode-generator';

/** A square code as one path, in a box of `size` units with the quiet margin that readers need. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

const MARGIN = 4;

/**
 * The square code of a text, mostly the page's link.
 *
 * @returns undefined where the text is too long for a code that a camera can read
 */
export function qrCode(text: string): QrCode | undefined {
  if (text.length > 1200) return undefined;
  const code = qrcode(0, text.length > 300 ? 'L' : 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (!code.isDark(row, column)) continue;
      const start = column;
      while (column + 1 < count && code.isDark(row, column + 1)) column++;
      const length = column - start + 1;
      runs.push(`M${start + MARGIN} ${row + MARGIN}h${length}v1h-${length}z`);
    }
  }
  return { size: count + 2 * MARGIN, path: runs.join('') };
}
