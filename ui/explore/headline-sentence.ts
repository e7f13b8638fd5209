import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { headlineOf } from '../../engine/telling/headline.js';
import { SessionElement } from '../state/session-element.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** The page's answer in words; announced to screen readers once a run is complete. */
@customElement('headline-sentence')
export class HeadlineSentence extends SessionElement {
  protected override render(): TemplateResult {
    const { result, status } = this.session.run.value;
    if (result === undefined) {
      return html`<p class="finding">Simulating the first futures …</p>
        <p class="rest">&nbsp;</p>`;
    }
    const { comparison, setup } = result;
    const { baseline, scenario } = setup;
    const { finding, detail, scores } = headlineOf(comparison, scenario.firstMonth, baseline);
    return html`
      <h1 class="finding">${finding}</h1>
      <p class="rest">${detail === '' ? 'Move a lever to see a difference.' : detail} ${scores}</p>
      <p class="visually-hidden" role="status">${status === 'done' ? finding : nothing}</p>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      .finding {
        max-width: 96ch;
        min-height: 2.7em;
        font-size: var(--size-l);
        font-weight: 600;
        line-height: 1.35;
        letter-spacing: -0.005em;
        text-wrap: pretty;
      }

      .rest {
        max-width: 150ch;
        min-height: 3em;
        color: var(--text-2);
        font-size: var(--size-m);
      }

      @media (max-width: 759px) {
        .finding {
          position: sticky;
          z-index: 1;
          top: 0;
          padding-block: var(--s1);
          background: var(--ground);
          border-bottom: 1px solid var(--line);
          font-size: var(--size-base);
        }

        .rest {
          padding-block: var(--s1);
        }
      }
    `,
  ];
}
