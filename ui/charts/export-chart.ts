import { csvLines } from '../../engine/output/csv-lines.js';
import type { Table } from './chart.js';

/** What the page writes above a drawing and a file must say itself. */
export interface Heading {
  readonly title: string;
  readonly unit: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/** What a drawing takes from the page's style and a file must carry itself. */
const painted = ['fill', 'stroke', 'stop-color', 'color'] as const;

/**
 * A drawing as a file of its own: its title and unit, and the page's colours and font, are written into it.
 *
 * @param svg shown in the page, so that the browser knows its colours
 */
export function svgFile(svg: SVGSVGElement, heading: Heading): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => paint(original, copies[index]!));
  const { fontFamily, fontVariantNumeric } = getComputedStyle(svg);
  const { backgroundColor, color } = getComputedStyle(document.documentElement);
  copy.style.fontFamily = fontFamily;
  copy.style.fontVariantNumeric = fontVariantNumeric;
  copy.style.background = backgroundColor;
  writeHeading(copy, heading, color);
  copy.setAttribute('xmlns', SVG);
  return new XMLSerializer().serializeToString(copy);
}

function paint(original: SVGElement, copy: SVGElement): void {
  const computed = getComputedStyle(original);
  for (const name of painted) {
    const own = original.getAttribute(name) ?? original.style.getPropertyValue(name);
    if (!/var\(|currentColor/i.test(own)) continue;
    copy.style.removeProperty(name);
    copy.setAttribute(name, computed.getPropertyValue(name));
  }
}

/** Makes room above a drawing and writes there what it shows, in which unit. */
function writeHeading(svg: SVGSVGElement, { title, unit }: Heading, colour: string): void {
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const lines = wrapWords(unit, Math.floor((width - 16) / 6.5));
  const room = 36 + 16 * lines.length;
  svg.setAttribute('height', String(height + room));
  svg.setAttribute('viewBox', `0 ${-room} ${width} ${height + room}`);
  const texts = [title, ...lines].map((line, index) => {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', '8');
    text.setAttribute('y', String(24 - room + 18 * index));
    text.setAttribute('fill', colour);
    text.setAttribute('font-size', index === 0 ? '15' : '12');
    if (index === 0) text.setAttribute('font-weight', '600');
    text.textContent = line;
    return text;
  });
  svg.prepend(...texts);
}

/** Lines of whole words, none longer than `most` letters unless a single word is. */
function wrapWords(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A drawing as pixels, twice as many as the page shows. */
export async function pngFile(svg: SVGSVGElement, heading: Heading): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svgFile(svg, heading)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large')))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A table as the page shows it, a line of heads and one a row, with minus signs that programs read. */
export function csvFile({ columns, rows }: Table): string {
  return csvLines([columns, ...rows].map((row) => row.map((cell) => cell.replaceAll('−', '-'))));
}
