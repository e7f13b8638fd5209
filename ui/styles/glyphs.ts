import { svg, html, type TemplateResult } from 'lit';

/** Icons drawn here, so that none is fetched; decoration only, the button around one names itself. */
const paths = {
  undo: svg`<path d="M8 5 4 9l4 4" /><path d="M4 9h8a5 5 0 0 1 0 10H9" />`,
  redo: svg`<path d="m16 5 4 4-4 4" /><path d="M20 9h-8a5 5 0 0 0 0 10h3" />`,
  replay: svg`<path d="M5 12a7 7 0 1 0 2.2-5.1" /><path d="M5 4v4h4" /><path d="m11 9.5 4 2.5-4 2.5z" />`,
  play: svg`<path d="m8 5 11 7-11 7z" />`,
  pause: svg`<path d="M9 5v14M15 5v14" />`,
  previous: svg`<path d="m14 6-6 6 6 6" />`,
  next: svg`<path d="m10 6 6 6-6 6" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  more: svg`<circle cx="6" cy="12" r="1" /><circle cx="12" cy="12" r="1" /><circle cx="18" cy="12" r="1" />`,
  table: svg`<rect x="4" y="5" width="16" height="14" rx="1" /><path d="M4 10h16M4 14.5h16M10 5v14" />`,
  chart: svg`<path d="M4 4v16h16" /><path d="m7 15 4-5 3 3 5-7" />`,
  theme: svg`<circle cx="12" cy="12" r="8" /><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />`,
  warning: svg`<path d="M12 4 3 19h18z" /><path d="M12 10v4M12 16.6v.1" />`,
} as const;

export type GlyphName = keyof typeof paths;

export function glyph(name: GlyphName): TemplateResult {
  return html`<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`;
}
