import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import { SessionElement } from '../state/session-element.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { moveCursor } from './move-cursor.js';

/** The time cursor that all charts and the districts share: play, step, scrub. */
@customElement('time-cursor')
export class TimeCursor extends SessionElement {
  /** Shows the choice of speed. */
  @property({ type: Boolean, reflect: true }) speeds = false;
  /** Months a second while playing. */
  @property({ type: Number, attribute: false }) speed = 12;

  #frame = 0;
  #last = 0;
  #position = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.session.store.value.view.playing) this.#view({ playing: false });
  }

  protected override updated(): void {
    const { playing } = this.session.store.value.view;
    if (playing && this.#frame === 0) {
      this.#last = performance.now();
      this.#position = this.session.store.value.view.month;
      this.#frame = requestAnimationFrame(this.#tick);
    }
  }

  readonly #tick = (now: number): void => {
    this.#frame = 0;
    const { view, present } = this.session.store.value;
    if (!view.playing) return;
    this.#position += ((now - this.#last) / 1000) * this.speed;
    this.#last = now;
    const end = 12 * present.scenario.years;
    const ended = this.#position >= end;
    this.#view({ month: Math.min(end, Math.floor(this.#position)), playing: !ended });
    if (!ended) this.#frame = requestAnimationFrame(this.#tick);
  };

  #view(view: { month?: number; playing?: boolean }): void {
    this.session.store.dispatch({ type: 'setView', view });
  }

  #toggle(): void {
    const { view, present } = this.session.store.value;
    const atEnd = view.month >= 12 * present.scenario.years;
    this.#view(view.playing ? { playing: false } : { playing: true, month: atEnd ? 0 : view.month });
  }

  #point(event: PointerEvent): void {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const track = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') track.setPointerCapture(event.pointerId);
    const { left, width } = track.getBoundingClientRect();
    const last = 12 * this.session.store.value.present.scenario.years;
    this.#view({ month: (last * (event.clientX - left)) / width, playing: false });
  }

  protected override render(): TemplateResult {
    const { view, present } = this.session.store.value;
    const { firstMonth, years } = present.scenario;
    const last = 12 * years;
    const words = monthInWords(firstMonth, view.month);
    const place = `${(100 * view.month) / last}%`;
    return html`
      <button
        class="icon"
        aria-label=${view.playing ? 'Pause' : 'Play'}
        title=${view.playing ? 'Pause' : 'Play'}
        @click=${this.#toggle}
      >
        ${glyph(view.playing ? 'pause' : 'play')}
      </button>
      <button
        class="quiet icon"
        aria-label="One month back"
        title="One month back"
        ?disabled=${view.month === 0}
        @click=${() => this.#view({ month: view.month - 1, playing: false })}
      >
        ${glyph('previous')}
      </button>
      <button
        class="quiet icon"
        aria-label="One month on"
        title="One month on"
        ?disabled=${view.month === last}
        @click=${() => this.#view({ month: view.month + 1, playing: false })}
      >
        ${glyph('next')}
      </button>
      <div
        class="track"
        role="slider"
        tabindex="0"
        aria-label="Month"
        aria-valuemin="0"
        aria-valuemax=${last}
        aria-valuenow=${view.month}
        aria-valuetext="${words}, month ${view.month} of ${last}"
        @keydown=${(event: KeyboardEvent) => moveCursor(event, this.session.store)}
        @pointerdown=${this.#point}
        @pointermove=${this.#point}
      >
        <span class="rail"></span>
        <span class="thumb" style=${styleMap({ left: place })}></span>
      </div>
      <output>${words}</output>
      ${this.speeds ? this.#speeds() : ''}
    `;
  }

  #speeds(): TemplateResult {
    return html`<label for="speed" class="visually-hidden">Speed</label>
      <select
        id="speed"
        @change=${(event: Event) => (this.speed = Number((event.target as HTMLSelectElement).value))}
      >
        ${[6, 12, 24].map(
          (speed) =>
            html`<option value=${speed} ?selected=${speed === this.speed}>${speed} months a second</option>`,
        )}
      </select>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 40px;
      }

      .track {
        position: relative;
        flex: 1;
        height: 32px;
        margin-inline: var(--s2);
        cursor: ew-resize;
        touch-action: none;
        border-radius: var(--radius);
      }

      .rail {
        position: absolute;
        inset: 14px 0;
        border-radius: 2px;
        background: var(--wa-color-neutral-fill-normal);
      }

      .thumb {
        position: absolute;
        top: 4px;
        width: 8px;
        height: 24px;
        margin-inline-start: -4px;
        border-radius: 4px;
        background: var(--text-2);
      }

      output {
        min-width: 128px;
        font-size: var(--size-m);
        font-weight: 600;
        text-align: end;
      }

      @media (max-width: 759px) {
        :host([speeds]) {
          flex-wrap: wrap;
        }

        output {
          min-width: 0;
        }

        .track {
          min-width: 120px;
          margin-inline: var(--s1);
        }
      }
    `,
  ];
}
