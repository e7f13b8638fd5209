import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Watch } from '../state/watch.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import type { LinkWatch } from './link-watch.js';

/** Says when a link could not be opened, or when its numbers are not those that its maker saw. */
@customElement('link-notice')
export class LinkNotice extends LitElement {
  @property({ attribute: false }) links!: LinkWatch;

  constructor() {
    super();
    new Watch(this, () => [this.links]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const report = this.links.value;
    if (report.kind === 'silent') return nothing;
    const refused = report.kind === 'refused';
    return html`<section role="alert" class=${report.kind}>
      ${glyph('warning')}
      <div>
        <h2>${refused ? 'This link could not be opened' : 'This link opened, but not on the same ground'}</h2>
        ${report.sentences.map((sentence) => html`<p>${sentence}</p>`)}
        <p>
          ${
            refused
              ? 'The page shows what it showed before. Copy the link again, or ask for the scenario as a file.'
              : 'Policy and assumptions are as the link says; the numbers are this page’s own.'
          }
        </p>
      </div>
      <button class="quiet icon" aria-label="Close this notice" @click=${() => this.links.dismiss()}>
        ${glyph('close')}
      </button>
    </section>`;
  }

  static override styles = [
    sharedStyles,
    css`
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--s2);
        align-items: start;
        padding: var(--s1) var(--s3);
        border-bottom: 1px solid var(--line);
        background: var(--warning-wash);
        font-size: var(--size-m);
        overflow-wrap: anywhere;
      }

      section > svg {
        margin-top: 2px;
        color: var(--warning);
      }

      h2 {
        font-size: var(--size-m);
      }

      @media (max-width: 759px) {
        section {
          gap: var(--s1);
          padding: var(--s1) var(--s2);
        }
      }
    `,
  ];
}
