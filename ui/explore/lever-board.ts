import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { levers, type LeverId } from '../../engine/model/levers/index.js';
import { SessionElement } from '../state/session-element.js';
import { glyph, type GlyphName } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import './lever-control.js';
import './lever-sheet.js';
import './horizon-picker.js';
import './policy-timing.js';
import './scenario-picker.js';

/** The levers, their common timing, and undo, redo and replay. */
@customElement('lever-board')
export class LeverBoard extends SessionElement {
  @property({ attribute: false }) sheet: LeverId | undefined;
  /** On a narrow page a sheet opens under its lever instead of beside the board. */
  @property({ type: Boolean }) inline = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void customElements.whenDefined('scenario-keeper').then(() => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const { store } = this.session;
    const { past, future } = store.value;
    const none = past.length === 0;
    return html`
      <div class="head">
        <h2>Policy levers</h2>
        <scenario-picker .session=${this.session}></scenario-picker>
        <span class="keeper">
          ${
            customElements.get('scenario-keeper')
              ? html`<scenario-keeper .session=${this.session}></scenario-keeper>`
              : nothing
          }
        </span>
        <span class="actions">
          ${this.#button('undo', 'Undo', none, () => store.dispatch({ type: 'undo' }))}
          ${this.#button('redo', 'Redo', future.length === 0, () => store.dispatch({ type: 'redo' }))}
          ${this.#button('replay', 'Replay the last change', none, () => this.session.replay())}
        </span>
      </div>
      ${levers.map(
        ({ id }) => html`
          <lever-control .session=${this.session} .leverId=${id} ?open=${this.sheet === id}></lever-control>
          ${
            this.inline && this.sheet === id
              ? html`<lever-sheet .session=${this.session} .leverId=${id}></lever-sheet>`
              : nothing
          }
        `,
      )}
      <div class="foot">
        <policy-timing .session=${this.session}></policy-timing>
        <horizon-picker .session=${this.session}></horizon-picker>
      </div>
    `;
  }

  #button(name: GlyphName, label: string, disabled: boolean, act: () => void): TemplateResult {
    return html`<button
      class="quiet icon"
      title=${label}
      aria-label=${label}
      ?disabled=${disabled}
      @click=${act}
    >
      ${glyph(name)}
    </button>`;
  }

  static override styles = [
    sharedStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s2);
        min-height: 40px;
      }

      /* Its code comes after the first numbers, into a place that is kept for it. */
      .keeper {
        min-width: 68px;
        min-height: 32px;
      }

      .actions {
        display: flex;
        gap: 4px;
        margin-inline-start: auto;
      }

      lever-control {
        border-top: 1px solid var(--line);
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--s2);
        border-top: 1px solid var(--line);
      }
    `,
  ];
}
