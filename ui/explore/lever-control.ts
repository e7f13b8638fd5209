import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { leverOf, type Lever, type LeverId } from '../../engine/model/levers/index.js';
import type { LeverField } from '../../engine/model/lever.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import '../parts/grade-badge.js';
import './lever-slider.js';
import type { ValueEvent } from './lever-slider.js';
import { setLever, slideLever } from './set-lever.js';
import { unitOf } from './unit-of.js';

/** Asks the view to open or close a lever's sheet. */
export class SheetEvent extends Event {
  static readonly type = 'accord-sheet';

  constructor(readonly lever: LeverId) {
    super(SheetEvent.type, { bubbles: true, composed: true });
  }
}

/** One lever's row: name, slider, number entry, unit, evidence grade and the button of its sheet. */
@customElement('lever-control')
export class LeverControl extends SessionElement {
  @property({ attribute: false }) leverId!: LeverId;
  @property({ type: Boolean }) open = false;

  get #lever(): Lever {
    return leverOf(this.leverId);
  }

  #slid(event: ValueEvent): void {
    slideLever(this.session, this.leverId, this.#lever.fields[0]!.id, event.value);
  }

  #ended(): void {
    this.session.store.dispatch({ type: 'endGesture' });
  }

  #entered(event: Event): void {
    const input = event.target as HTMLInputElement;
    const { id, min, max } = this.#lever.fields[0]!;
    const now = shownSetup(this.session.store.value).scenario.levers[this.leverId].values[id] ?? 0;
    const entered = input.value.trim() === '' ? NaN : Number(input.value);
    const value = Number.isFinite(entered) ? Math.min(max, Math.max(min, entered)) : now;
    input.value = String(value);
    setLever(this.session, this.leverId, id, value);
  }

  protected override render(): TemplateResult {
    const lever = this.#lever;
    const field = lever.fields[0]!;
    const { scenario } = shownSetup(this.session.store.value);
    const value = scenario.levers[lever.id].values[field.id] ?? 0;
    return html`
      <div
        class="row"
        role="group"
        aria-labelledby="name"
        @accord-value=${this.#slid}
        @accord-gesture-end=${this.#ended}
      >
        <span id="name" class="name">${lever.label}</span>
        <lever-slider
          .field=${field}
          .label="${lever.label}, ${field.unit.words}"
          .value=${value}
        ></lever-slider>
        <input
          type="number"
          aria-label="${lever.label}, ${field.unit.words}"
          min=${field.min}
          max=${field.max}
          step=${field.integer ? 1 : 'any'}
          .value=${String(value)}
          @change=${this.#entered}
        />
        <span class="unit">${this.#note(field, value)}</span>
        <grade-badge grade=${lever.grade}></grade-badge>
        <button
          class="quiet icon"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-label="${lever.label}: what it is, sources, settings"
          title="What it is, sources, settings"
          @click=${() => this.dispatchEvent(new SheetEvent(lever.id))}
        >
          ${glyph('more')}
        </button>
      </div>
    `;
  }

  #note(field: LeverField, value: number): unknown {
    const [low, high] = field.studied;
    const { min, max } = field;
    if (value >= low && value <= high) return unitOf(field);
    return html`<span class="warning" title="Between ${min} and ${max} is possible"
      >${glyph('warning')} ${unitOf(field)}; not studied
      ${value < low ? `below ${low}` : `above ${high.toLocaleString('en-US')}`}${nothing}</span
    >`;
  }

  static override styles = [
    sharedStyles,
    css`
      .row {
        display: grid;
        grid-template-columns: minmax(120px, 178px) minmax(120px, 1fr) 84px minmax(96px, 148px) 22px 32px;
        align-items: center;
        gap: 0 12px;
        min-height: 40px;
      }

      .name {
        font-size: var(--size-m);
        font-weight: 600;
        line-height: 1.25;
      }

      input {
        width: 100%;
        text-align: end;
      }

      .unit {
        color: var(--text-2);
        font-size: 12px;
        line-height: 1.25;
      }

      .warning {
        color: var(--warning);
      }

      .warning svg {
        width: 13px;
        height: 13px;
        vertical-align: -2px;
      }

      button[aria-expanded='true'] {
        background: var(--accent-wash);
        color: var(--accent-strong);
      }

      @media (max-width: 759px) {
        .row {
          grid-template-columns: auto 1fr 22px 44px;
          grid-template-areas: 'name name grade more' 'number unit unit unit' 'slider slider slider slider';
          padding-block: var(--s1);
        }

        .name {
          grid-area: name;
        }

        grade-badge {
          grid-area: grade;
        }

        button {
          grid-area: more;
        }

        lever-slider {
          grid-area: slider;
          margin-inline: 9px;
        }

        input {
          grid-area: number;
          width: 112px;
        }

        .unit {
          grid-area: unit;
          font-size: var(--size-s);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'lever-control': LeverControl;
  }
}
