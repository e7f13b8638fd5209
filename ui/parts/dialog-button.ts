import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** Tells whoever fills the dialog that it has opened or closed. */
export class DialogEvent extends Event {
  static readonly type = 'accord-dialog';

  constructor(readonly open: boolean) {
    super(DialogEvent.type);
  }
}

/** A button and the dialog that it opens; the dialog holds what stands between the tags. */
@customElement('dialog-button')
export class DialogButton extends LitElement {
  @property() label = '';
  @property() heading = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  #open(): void {
    this.dispatchEvent(new DialogEvent(true));
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`
      <button aria-haspopup="dialog" @click=${() => this.#open()}>${this.label}</button>
      <dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new DialogEvent(false))}>
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button class="quiet icon" aria-label="Close" @click=${() => this.close()}>
            ${glyph('close')}
          </button>
        </div>
        <slot></slot>
      </dialog>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      dialog {
        width: min(640px, calc(100vw - 32px));
        max-height: calc(100vh - 48px);
        padding: var(--s2) var(--s3) var(--s3);
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s1);
      }

      h2 {
        font-size: var(--size-l);
      }
    `,
  ];
}
