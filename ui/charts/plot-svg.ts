import * as Plot from '@observablehq/plot';
import type { Drawing, Size } from './chart.js';

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/**
 * Draws with Plot and makes the result fit for the page: one image with a name for assistive technology instead
 * of dozens of role-less labelled groups, and no style element, which the page's policy would refuse.
 */
export function plotSvg(options: Plot.PlotOptions, size: Size, margins: Margins, label: string): Drawing {
  const drawn = Plot.plot({
    ...options,
    ...size,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    style: { fontSize: '12px', fontFamily: 'inherit', background: 'transparent', overflow: 'visible' },
  });
  const svg = drawn as SVGSVGElement;
  svg.querySelector('style')?.remove();
  for (const element of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-hidden');
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const frame = {
    left: margins.left,
    right: size.width - margins.right,
    top: margins.top,
    bottom: size.height - margins.bottom,
  };
  return { svg, frame };
}
