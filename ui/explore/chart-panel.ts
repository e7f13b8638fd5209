import { css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import { SessionElement } from '../state/session-element.js';
import type { ChartMode } from '../state/state.js';
import { moveCursor } from '../parts/move-cursor.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { horizonOf, type Chart, type ChartInput, type Drawing, type Size } from '../charts/chart.js';
import '../charts/data-table.js';
import '../charts/export-menu.js';
import { chartGroups, chartOf } from '../charts/index.js';

const modeNames = { values: 'Values', difference: 'Difference' } as const;

/** One chart with its picker, its readout under the shared time cursor and its data table. */
@customElement('chart-panel')
export class ChartPanel extends SessionElement {
  /** Which of the two charts of Explore. */
  @property({ type: Number }) place: 0 | 1 = 0;
  @state() private showTable = false;
  @state() private size: Size | undefined;
  @state() private drawing: Drawing | undefined;
  @query('.plot') private plot!: HTMLElement | null;

  #drawn: readonly unknown[] = [];
  readonly #observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    if (width > 0 && height > 0) this.size = { width: Math.round(width), height: Math.round(height) };
  });

  get #chart(): Chart {
    return chartOf(this.session.store.value.view.charts[this.place]);
  }

  get #mode(): ChartMode {
    const wanted = this.session.store.value.view.modes[this.place];
    return this.#chart.modes.includes(wanted) ? wanted : 'values';
  }

  get #unit(): string {
    const { unit, differenceUnit = unit } = this.#chart;
    return this.#mode === 'difference' ? `Scenario minus baseline, in ${differenceUnit}` : unit;
  }

  get #input(): ChartInput | undefined {
    const { result } = this.session.run.value;
    if (result === undefined) return undefined;
    const { comparison, setup } = result;
    const input = { comparison, firstMonth: setup.scenario.firstMonth, mode: this.#mode };
    const last = horizonOf({ ...input, month: 0 });
    return { ...input, month: Math.min(last, this.session.store.value.view.month) };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.plot) this.#observer.observe(this.plot);
  }

  protected override firstUpdated(): void {
    if (this.plot) this.#observer.observe(this.plot);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const input = this.#input;
    const { size } = this;
    if (input === undefined || size === undefined) return;
    const chart = this.#chart;
    const parts = [chart, input.comparison, input.mode, size, chart.overTime ? undefined : input.month];
    if (parts.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = parts;
    this.drawing = chart.draw(input, size);
  }

  #pick(event: Event): void {
    const { store } = this.session;
    const charts = [...store.value.view.charts] as [string, string];
    charts[this.place] = (event.target as HTMLSelectElement).value;
    store.dispatch({ type: 'setView', view: { charts } });
  }

  #setMode(mode: ChartMode): void {
    const { store } = this.session;
    const modes = [...store.value.view.modes] as [ChartMode, ChartMode];
    modes[this.place] = mode;
    store.dispatch({ type: 'setView', view: { modes } });
  }

  #point(event: PointerEvent): void {
    const { drawing } = this;
    const input = this.#input;
    if (drawing === undefined || input === undefined) return;
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const area = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') area.setPointerCapture(event.pointerId);
    const { left, width } = area.getBoundingClientRect();
    const month = (horizonOf(input) * (event.clientX - left)) / width;
    this.session.store.dispatch({ type: 'setView', view: { month, playing: false } });
  }

  protected override render(): TemplateResult {
    const chart = this.#chart;
    const input = this.#input;
    return html`
      <div class="head">
        <select class="title" aria-label="Chart ${this.place + 1}" @change=${this.#pick}>
          ${chartGroups.map(
            ({ label, charts }) =>
              html`<optgroup label=${label}>
                ${charts.map(
                  ({ id, title }) => html`<option value=${id} ?selected=${id === chart.id}>${title}</option>`,
                )}
              </optgroup>`,
          )}
        </select>
        <span class="tools">
          ${
            chart.modes.length > 1
              ? html`<span class="modes" role="group" aria-label="Show">
                  ${chart.modes.map(
                    (mode) =>
                      html`<button
                        aria-pressed=${mode === this.#mode ? 'true' : 'false'}
                        @click=${() => this.#setMode(mode)}
                      >
                        ${modeNames[mode]}
                      </button>`,
                  )}
                </span>`
              : nothing
          }
          <button
            class="quiet icon"
            aria-pressed=${this.showTable ? 'true' : 'false'}
            aria-label=${this.showTable ? 'Show the chart' : 'Show the numbers as a table'}
            title=${this.showTable ? 'Show the chart' : 'Show the numbers as a table'}
            @click=${() => (this.showTable = !this.showTable)}
          >
            ${glyph(this.showTable ? 'chart' : 'table')}
          </button>
          ${
            input
              ? html`<export-menu
                  .name=${chart.id}
                  .heading=${{ title: chart.title, unit: this.#unit }}
                  .svg=${() => this.drawing?.svg}
                  .table=${() => chart.table(input)}
                ></export-menu>`
              : nothing
          }
        </span>
      </div>
      <p class="unit">${this.#unit}</p>
      <figure>
        ${this.showTable && input ? html`<data-table .table=${chart.table(input)}></data-table>` : nothing}
        <div class="plot" ?hidden=${this.showTable}>${this.drawing?.svg} ${this.#cursor(input)}</div>
        <figcaption class="visually-hidden">${input ? chart.summary(input) : nothing}</figcaption>
      </figure>
      <p class="readout">${input ? chart.readout(input) : html`&nbsp;`}</p>
    `;
  }

  #cursor(input: ChartInput | undefined): unknown {
    const { drawing, size } = this;
    const chart = this.#chart;
    if (drawing === undefined || size === undefined || input === undefined || !chart.overTime) return nothing;
    const { left, right, top, bottom } = drawing.frame;
    const horizon = horizonOf(input);
    const x = left + ((right - left) * input.month) / Math.max(1, horizon);
    return html`
      <svg class="cursor" width=${size.width} height=${size.height} aria-hidden="true">
        ${svg`<line x1=${x} x2=${x} y1=${top} y2=${bottom} />`}
        ${drawing.dots?.(input.month).map((dot) => svg`<circle cx=${dot.x} cy=${dot.y} r="4" fill=${dot.colour} />`)}
      </svg>
      <div
        class="scrub"
        role="slider"
        tabindex="0"
        aria-label="Month in the chart ${chart.title}"
        aria-valuemin="0"
        aria-valuemax=${horizon}
        aria-valuenow=${input.month}
        aria-valuetext=${chart.readout(input)}
        @keydown=${(event: KeyboardEvent) => moveCursor(event, this.session.store)}
        @pointerdown=${this.#point}
        @pointermove=${this.#point}
        title=${monthInWords(input.firstMonth, input.month)}
      ></div>
    `;
  }

  protected override updated(): void {
    const scrub = this.renderRoot.querySelector<HTMLElement>('.scrub');
    if (scrub === null || this.drawing === undefined) return;
    const { left, right, top, bottom } = this.drawing.frame;
    Object.assign(scrub.style, {
      left: `${left}px`,
      width: `${right - left}px`,
      top: `${top}px`,
      height: `${bottom - top}px`,
    });
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s1);
      }

      .title {
        min-width: 0;
        margin-inline-start: calc(-1 * var(--s1));
        border-color: transparent;
        background: transparent;
        font-size: var(--size-base);
        font-weight: 600;
        text-overflow: ellipsis;
      }

      .tools {
        display: flex;
        gap: 4px;
      }

      .modes {
        display: inline-flex;
      }

      .modes button {
        border-color: var(--line);
        border-radius: 0;
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .modes button:first-child {
        border-radius: var(--radius) 0 0 var(--radius);
      }

      .modes button:last-child {
        margin-inline-start: -1px;
        border-radius: 0 var(--radius) var(--radius) 0;
      }

      .modes button[aria-pressed='true'] {
        background: var(--accent-wash);
        color: var(--accent-strong);
        font-weight: 600;
      }

      .unit,
      .readout {
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .unit,
      .readout {
        min-height: 20px;
        line-height: 20px;
      }

      .readout {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (max-width: 1279px) {
        .readout {
          min-height: 40px;
          white-space: normal;
        }
      }

      figure {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-height: 200px;
      }

      .plot {
        position: relative;
        flex: 1;
        min-height: 0;
        overflow: hidden;
      }

      .plot > svg {
        position: absolute;
        inset: 0;
        display: block;
      }

      .plot > svg text {
        white-space: pre;
      }

      .cursor {
        pointer-events: none;
      }

      .cursor line {
        stroke: var(--text-2);
        stroke-dasharray: 2 3;
      }

      .cursor circle {
        stroke: var(--ground);
        stroke-width: 1.5;
      }

      .scrub {
        position: absolute;
        cursor: ew-resize;
        touch-action: pan-y;
      }

      data-table {
        flex: 1;
        min-height: 0;
      }
    `,
  ];
}
