import { csvLines } from '../../engine/output/results-csv.js';
import type { Table } from '../charts/chart.js';

/** What a drawing takes from the page's style and a file must carry itself. */
const painted = ['fill', 'stroke', 'stop-color', 'color'] as const;

/**
 * A drawing as a file of its own: the page's colours and font are written into it.
 *
 * @param svg shown in the page, so that the browser knows its colours
 */
export function svgFile(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => paint(original, copies[index]!));
  const { fontFamily, fontVariantNumeric } = getComputedStyle(svg);
  copy.style.fontFamily = fontFamily;
  copy.style.fontVariantNumeric = fontVariantNumeric;
  copy.style.background = getComputedStyle(document.documentElement).backgroundColor;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
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

/** A drawing as pixels, twice as many as the page shows. */
export async function pngFile(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const url = URL.createObjectURL(new Blob([svgFile(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(2 * width);
    canvas.height = Math.round(2 * height);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large')))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A table as the page shows it, one line of captions and one a row. */
export function csvFile({ columns, rows }: Table): string {
  return csvLines([columns, ...rows]);
}
