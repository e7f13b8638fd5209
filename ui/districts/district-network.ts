import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatCount } from '../words/format.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { DistrictEvent } from './district-group.js';
import { practiceOfCode } from './draw-districts.js';
import type { Layout } from '../engine/layout-districts.js';
import type { NetworkColours, NetworkDrawing } from './network-drawing.js';
import type { Roster } from '../engine/roster.js';
import { activeTies, type TieTrace } from '../engine/trace-ties.js';

interface RegionName {
  readonly name: string;
  readonly left: number;
  readonly top: number;
}

/** The districts as a network: marks by relationship, lines for the learning ties that are active in the month. */
@customElement('district-network')
export class DistrictNetwork extends LitElement {
  @property({ attribute: false }) roster!: Roster;
  @property({ attribute: false }) layout!: Layout;
  @property({ attribute: false }) ties!: TieTrace;
  /** Practice codes of all districts in the month shown. */
  @property({ attribute: false }) codes!: Uint8Array;
  @property({ type: Number }) month = 0;
  @property({ type: Number }) selected = -1;
  /** Changes with the colours of the page. */
  @property() theme = '';
  @state() private regions: readonly RegionName[] = [];
  @query('.stage') private stage!: HTMLElement;

  #drawing: NetworkDrawing | undefined;
  #opening = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // the drawing ended when the element was taken away
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override render(): TemplateResult {
    const counts = practiceOfCode.map(
      ({ label }, code) => `${this.codes.reduce((sum, one) => sum + (one === code ? 1 : 0), 0)} ${label}`,
    );
    const ties = formatCount(activeTies(this.ties, this.month), 'active learning tie');
    return html`
      <div
        class="stage"
        role="img"
        aria-label="Network of the districts: ${counts.join(', ')}; ${ties} between them"
      ></div>
      ${this.regions.map(
        ({ name, left, top }) =>
          html`<span
            class="region"
            aria-hidden="true"
            style=${styleMap({ transform: `translate(${left}px, ${top}px)` })}
            ><span>${name}</span></span
          >`,
      )}
      <div class="tools">
        ${this.#zoomButton('in', '+', 'Zoom in')} ${this.#zoomButton('out', '−', 'Zoom out')}
        ${this.#zoomButton('all', 'All', 'Show all districts')}
      </div>
      <p class="ties">${ties} this month. Ctrl and the wheel, or two fingers, zoom.</p>
    `;
  }

  #zoomButton(way: 'in' | 'out' | 'all', text: string, label: string): TemplateResult {
    return html`<button aria-label=${label} title=${label} @click=${() => this.#drawing?.zoom(way)}>
      ${text}
    </button>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('layout')) this.#close();
    if (this.#drawing === undefined) void this.#open();
    else if (!(changed.size === 1 && changed.has('regions'))) this.#show();
  }

  async #open(): Promise<void> {
    const opening = ++this.#opening;
    const { NetworkDrawing } = await import('./network-drawing.js');
    if (opening !== this.#opening || !this.isConnected || this.#drawing !== undefined) return;
    const { names } = this.roster;
    const { clientWidth, clientHeight } = this.stage;
    const radius = Math.min(9, Math.max(3.5, 0.13 * Math.sqrt((clientWidth * clientHeight) / names.length)));
    this.#drawing = new NetworkDrawing(this.stage, names, this.layout, radius, (district) =>
      this.dispatchEvent(new DistrictEvent(district)),
    );
    this.stage.addEventListener('wheel', keepScroll, { capture: true });
    for (const type of ['touchstart', 'touchmove'] as const) {
      this.stage.addEventListener(type, keepScroll, { capture: true });
    }
    this.#drawing.onFrame((place) => this.#nameRegions(place));
    this.#show();
  }

  #close(): void {
    this.#opening++;
    this.#drawing?.close();
    this.#drawing = undefined;
  }

  #show(): void {
    const { codes, ties, month, selected } = this;
    this.#drawing?.show({ codes, ties, month, selected }, this.#colours());
  }

  /** Custom properties hold both themes' colours; only a property that is a colour holds the one in force. */
  #colours(): NetworkColours {
    const { style } = this.stage;
    const resolve = (colour: string): string => {
      style.color = colour;
      const resolved = getComputedStyle(this.stage).color;
      style.color = '';
      return resolved;
    };
    return {
      practices: practiceOfCode.map(({ colour }) => resolve(colour)),
      tie: resolve('var(--line-strong)'),
      selectedTie: resolve('var(--accent)'),
      text: resolve('var(--text)'),
      ground: resolve('var(--ground)'),
    };
  }

  #nameRegions(place: (x: number, y: number) => { x: number; y: number }): void {
    const { groups } = this.roster;
    if (groups.length < 2) return;
    const regions = groups.map(({ name, districts }) => {
      const middle = (values: Float32Array): number =>
        districts.reduce((sum, district) => sum + values[district]!, 0) / districts.length;
      const { x, y } = place(middle(this.layout.x), middle(this.layout.y));
      return { name, left: Math.round(x), top: Math.round(y) };
    });
    if (JSON.stringify(regions) !== JSON.stringify(this.regions)) this.regions = regions;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        position: relative;
        overflow: hidden;
        min-width: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }

      .stage {
        height: min(110vw, clamp(380px, 100vh - 300px, 900px));
      }

      /* One finger scrolls the page; sigma would take it for itself. */
      .sigma-mouse {
        touch-action: pan-y !important;
      }

      .sigma-edges {
        opacity: 0.6;
      }

      .region {
        position: absolute;
        inset: 0 auto auto 0;
        pointer-events: none;
      }

      .region > span {
        display: block;
        padding: 0 4px;
        border-radius: 3px;
        background: color-mix(in srgb, var(--ground) 72%, transparent);
        font-size: var(--size-s);
        font-weight: 600;
        white-space: nowrap;
        transform: translate(-50%, -50%);
      }

      .tools {
        position: absolute;
        inset: var(--s1) var(--s1) auto auto;
        display: flex;
        gap: 4px;
      }

      .tools button {
        min-width: 32px;
      }

      .ties {
        padding: 0 var(--s1) 4px;
        color: var(--text-2);
        font-size: var(--size-s);
      }
    `,
  ];
}

/** The wheel alone and one finger scroll the page, as over any other picture; sigma would take both for itself. */
function keepScroll(event: Event): void {
  const meant =
    event instanceof WheelEvent ? event.ctrlKey || event.metaKey : (event as TouchEvent).touches.length > 1;
  if (!meant) event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'district-network': DistrictNetwork;
  }
}
