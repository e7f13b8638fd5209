import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { drawDistricts, gridOf, practiceOfCode, type Grid } from './draw-districts.js';
import type { Group } from '../engine/roster.js';

/** Someone pointed at a district. */
export class DistrictEvent extends Event {
  static readonly type = 'accord-district';

  constructor(readonly district: number) {
    super(DistrictEvent.type, { bubbles: true, composed: true });
  }
}

/** The districts of a region or state as a grid of marks, one a district, largest first. */
@customElement('district-group')
export class DistrictGroup extends LitElement {
  @property({ attribute: false }) group!: Group;
  /** Practice codes of all districts in the month shown. */
  @property({ attribute: false }) codes!: Uint8Array;
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ type: Number }) cell = 18;
  @property({ type: Number }) selected = -1;
  /** Changes with the colours of the page. */
  @property() theme = '';
  @state() private width = 0;
  @query('canvas') private canvas!: HTMLCanvasElement;

  readonly #observer = new ResizeObserver(([entry]) => (this.width = entry!.contentRect.width));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  get #grid(): Grid {
    return gridOf(this.group.districts.length, this.width, this.cell);
  }

  get #own(): Uint8Array {
    return Uint8Array.from(this.group.districts, (district) => this.codes[district]!);
  }

  #at(event: MouseEvent): number | undefined {
    const { columns, cell } = this.#grid;
    const column = Math.floor(event.offsetX / cell);
    if (column < 0 || column >= columns) return undefined;
    return this.group.districts[Math.floor(event.offsetY / cell) * columns + column];
  }

  #point(event: MouseEvent): void {
    const district = this.#at(event);
    this.canvas.title = district === undefined ? '' : (this.names[district] ?? '');
    this.canvas.style.cursor = district === undefined ? '' : 'pointer';
    if (event.type === 'click' && district !== undefined) this.dispatchEvent(new DistrictEvent(district));
  }

  protected override render(): TemplateResult {
    const own = this.#own;
    const counts = practiceOfCode.map((_, code) => own.reduce((sum, one) => sum + (one === code ? 1 : 0), 0));
    const words = practiceOfCode.map(({ label }, code) => `${counts[code]!} ${label}`).join(', ');
    return html`
      <h2>
        ${this.group.name}
        <span aria-hidden="true"
          >${[2, 1, 0].map(
            (code) => html`<span>${practiceOfCode[code]!.mark} ${counts[code]!}</span> `,
          )}</span
        >
      </h2>
      <canvas
        role="img"
        aria-label="${this.group.name}: ${words}"
        @click=${this.#point}
        @pointermove=${this.#point}
      ></canvas>
    `;
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.width === 0) return;
    const grid = this.#grid;
    const { canvas } = this;
    const ratio = window.devicePixelRatio;
    const [width, height] = [grid.columns * grid.cell, grid.rows * grid.cell];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const style = getComputedStyle(canvas);
    const colours = practiceOfCode.map(({ colour }) =>
      style.getPropertyValue(colour.replace(/^var\(|\)$/g, '')).trim(),
    );
    const place = this.group.districts.indexOf(this.selected);
    drawDistricts(context, this.#own, grid, colours, style.color, place);
  }

  static override styles = [
    sharedStyles,
    css`
      h2 {
        display: flex;
        justify-content: space-between;
        gap: var(--s1);
        margin-bottom: 4px;
        font-size: var(--size-m);
      }

      h2 > span {
        display: flex;
        gap: 10px;
        color: var(--text-2);
        font-weight: 400;
      }

      canvas {
        display: block;
        color: var(--text);
      }
    `,
  ];
}
