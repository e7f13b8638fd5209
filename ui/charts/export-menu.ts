import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { download } from '../device/download.js';
import { csvFile, pngFile, svgFile, type Heading } from './export-chart.js';
import { sharedStyles } from '../styles/shared-styles.js';
import type { Table } from './chart.js';

/** Downloads of one chart: the drawing as PNG or SVG, its numbers as CSV. */
@customElement('export-menu')
export class ExportMenu extends LitElement {
  /** Base name of the files, and what the button is called. */
  @property() name = 'chart';
  /** What a picture says above itself; given where there is one. */
  @property({ attribute: false }) heading: Heading | undefined;
  @property({ attribute: false }) svg: (() => SVGSVGElement | undefined) | undefined;
  @property({ attribute: false }) table: (() => Table) | undefined;
  @state() private failure = '';

  async #save(kind: 'png' | 'svg' | 'csv'): Promise<void> {
    this.failure = '';
    this.renderRoot.querySelector('details')!.open = false;
    const svg = this.svg?.();
    try {
      if (kind === 'csv') download(`${this.name}.csv`, 'text/csv', csvFile(this.table!()));
      else if (svg === undefined) this.failure = 'The chart is not drawn yet.';
      else if (kind === 'svg') download(`${this.name}.svg`, 'image/svg+xml', svgFile(svg, this.heading!));
      else download(`${this.name}.png`, 'image/png', await pngFile(svg, this.heading!));
    } catch (error) {
      this.failure = `The file could not be made: ${error instanceof Error ? error.message : String(error)}.`;
    }
  }

  #leave(event: FocusEvent): void {
    const details = event.currentTarget as HTMLDetailsElement;
    if (!details.contains(event.relatedTarget as Node | null)) details.open = false;
  }

  protected override render(): TemplateResult {
    return html`<details
        @focusout=${this.#leave}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape') (event.currentTarget as HTMLDetailsElement).open = false;
        }}
      >
        <summary title="Download" aria-label="Download ${this.name}">
          <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 4v11m-5-5 5 5 5-5M5 20h14" />
          </svg>
        </summary>
        <div>
          ${this.svg === undefined ? nothing : this.#button('png', 'Picture (PNG)')}
          ${this.svg === undefined ? nothing : this.#button('svg', 'Drawing (SVG)')}
          ${this.#button('csv', 'Numbers (CSV)')}
        </div>
      </details>
      ${this.failure === '' ? nothing : html`<p role="alert">${this.failure}</p>`}`;
  }

  #button(kind: 'png' | 'svg' | 'csv', label: string): TemplateResult {
    return html`<button class="quiet" @click=${() => this.#save(kind)}>${label}</button>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: inline-block;
        position: relative;
      }

      summary {
        display: inline-grid;
        place-items: center;
        width: 32px;
        height: 32px;
        border: 1px solid transparent;
        border-radius: var(--radius);
        list-style: none;
        cursor: pointer;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary:hover {
        border-color: var(--line);
        background: var(--panel);
      }

      div {
        position: absolute;
        z-index: 3;
        inset-inline-end: 0;
        display: grid;
        min-width: 152px;
        padding: 4px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
      }

      button {
        text-align: start;
      }

      p {
        position: absolute;
        z-index: 3;
        inset-inline-end: 0;
        width: 200px;
        padding: 4px var(--s1);
        background: var(--warning-wash);
        font-size: var(--size-s);
      }

      @media (pointer: coarse) {
        summary {
          width: 44px;
          height: 44px;
        }
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'export-menu': ExportMenu;
  }
}
