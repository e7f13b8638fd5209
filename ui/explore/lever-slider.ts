import '@awesome.me/webawesome/dist/components/slider/slider.js';
import type WaSlider from '@awesome.me/webawesome/dist/components/slider/slider.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { LeverField } from '../../engine/model/lever.js';
import { formatLeverValue } from '../words/format.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** A new value. */
export class ValueEvent extends Event {
  static readonly type = 'accord-value';

  constructor(readonly value: number) {
    super(ValueEvent.type, { bubbles: true });
  }
}

/** Slider of one lever field, with the studied range and the 1x mark on its track. */
@customElement('lever-slider')
export class LeverSlider extends LitElement {
  @property({ attribute: false }) field!: LeverField;
  @property({ attribute: false }) label = '';
  @property({ type: Number }) value = 0;

  readonly #format = (value: number): string => formatLeverValue(value, this.field);

  constructor() {
    super();
    this.addEventListener('pointerdown', this.#ended, { capture: true });
    this.addEventListener('focusout', this.#ended);
  }

  /** A drag begins, or the keyboard leaves: the moves until now were one gesture. */
  readonly #ended = (): void => {
    this.dispatchEvent(new Event('accord-gesture-end', { bubbles: true }));
  };

  #moved(event: Event): void {
    event.stopPropagation();
    const { value } = event.target as WaSlider;
    if (value !== this.value) this.dispatchEvent(new ValueEvent(value));
  }

  protected override render(): TemplateResult {
    const { field } = this;
    const place = (value: number): string => `${(100 * (value - field.min)) / (field.max - field.min)}%`;
    const [low, high] = field.studied;
    const studied = { left: place(low), right: `calc(100% - ${place(Math.min(high, field.max))})` };
    return html`
      <span class="studied" style=${styleMap(studied)}></span>
      <wa-slider
        label=${this.label}
        .min=${field.min}
        .max=${field.max}
        .step=${field.step}
        .value=${this.value}
        .valueFormatter=${this.#format}
        @input=${this.#moved}
        @change=${this.#moved}
      ></wa-slider>
      ${
        field.choices
          ? nothing
          : html`<span class="mark" style=${styleMap({ left: place(field.mep) })}></span>
              <span class="mark-label" style=${styleMap({ left: place(field.mep) })} aria-hidden="true"
                >1×</span
              >`
      }
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        position: relative;
        padding-block: 7px 13px;
      }

      wa-slider {
        --track-size: 4px;
        --thumb-width: 18px;
        --thumb-height: 18px;
      }

      wa-slider::part(label),
      wa-slider::part(hint) {
        position: absolute;
        width: 1px;
        height: 1px;
        margin: 0;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }

      wa-slider::part(slider) {
        margin: 0;
        padding-block: 8px;
      }

      .studied {
        position: absolute;
        top: 13px;
        height: 8px;
        border-radius: 2px;
        background: var(--accent);
        opacity: 0.22;
      }

      .mark {
        position: absolute;
        top: 13px;
        height: 8px;
        border-inline-start: 2px solid var(--text);
        margin-inline-start: -1px;
        pointer-events: none;
      }

      .mark-label {
        position: absolute;
        top: 27px;
        width: 24px;
        margin-inline-start: -12px;
        color: var(--text-2);
        font-size: 11px;
        line-height: 1;
        text-align: center;
        pointer-events: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'lever-slider': LeverSlider;
  }
}
