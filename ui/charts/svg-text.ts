const SVG = 'http://www.w3.org/2000/svg';

/** Writes lines of text into a drawing, the first one at (x, y), the others in bold below. */
export function svgText(
  svg: SVGSVGElement,
  x: number,
  y: number,
  fill: string,
  lines: readonly string[],
): void {
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('fill', fill);
  text.setAttribute('text-anchor', 'start');
  lines.forEach((line, index) => {
    const span = document.createElementNS(SVG, 'tspan');
    span.setAttribute('x', String(x));
    span.setAttribute('y', String(y + 15 * index));
    if (index > 0) span.setAttribute('font-weight', '600');
    span.textContent = line;
    text.append(span);
  });
  svg.append(text);
}
