import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import type { Size, Table } from './chart.js';
import './data-table.js';
import './export-menu.js';

/** A finished picture of some numbers, for views that have no time cursor. */
export interface Figure {
  /** Base name of its files. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly summary: string;
  readonly table: Table;
  /** In CSS pixels, for a width. */
  height(width: number): number;
  draw(size: Size): SVGSVGElement;
}

/** Shows a figure with its unit, a text summary, its numbers as a table, and downloads. */
@customElement('figure-panel')
export class FigurePanel extends LitElement {
  @property({ attribute: false }) figure: Figure | undefined;
  @state() private showTable = false;
  @state() private width = 0;
  @query('.plot') private plot!: HTMLElement | null;

  #svg: SVGSVGElement | undefined;
  #drawn: readonly unknown[] = [];
  readonly #observer = new ResizeObserver(([entry]) => {
    const width = Math.round(entry!.contentRect.width);
    if (width > 0) this.width = width;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override updated(_changed: PropertyValues): void {
    const { figure, width, plot } = this;
    if (figure === undefined || width === 0 || plot === null) return;
    if (this.#drawn[0] === figure && this.#drawn[1] === width) return;
    this.#drawn = [figure, width];
    this.#svg = figure.draw({ width, height: figure.height(width) });
    plot.replaceChildren(this.#svg);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { figure, showTable } = this;
    if (figure === undefined) return nothing;
    const toggle = showTable ? 'Show the chart' : 'Show the numbers as a table';
    return html`
      <div class="head">
        <h3>${figure.title}</h3>
        <button
          class="quiet icon"
          aria-pressed=${showTable ? 'true' : 'false'}
          aria-label="${toggle}: ${figure.title}"
          title=${toggle}
          @click=${() => (this.showTable = !showTable)}
        >
          ${glyph(showTable ? 'chart' : 'table')}
        </button>
        <export-menu
          .name=${figure.id}
          .heading=${figure}
          .svg=${() => this.#svg}
          .table=${() => figure.table}
        ></export-menu>
      </div>
      <p class="unit">${figure.unit}</p>
      <figure>
        ${showTable ? html`<data-table .table=${figure.table}></data-table>` : nothing}
        <div class="plot" ?hidden=${showTable}></div>
        <figcaption class="visually-hidden">${figure.summary}</figcaption>
      </figure>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        min-width: 0;
      }

      .head {
        display: flex;
        align-items: center;
        gap: 4px;
      }

      h3 {
        margin-inline-end: auto;
      }

      .unit {
        min-height: 20px;
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .plot > svg {
        display: block;
        max-width: 100%;
      }

      .plot > svg text {
        white-space: pre;
      }
    `,
  ];
}
