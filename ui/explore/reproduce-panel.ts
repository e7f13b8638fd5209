import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { recipeOf } from '../../engine/telling/recipe.js';
import { SessionElement } from '../state/session-element.js';
import { sharedStyles } from '../styles/shared-styles.js';
import '../parts/recipe-block.js';

/** The digest of the finished run, and the command that gives the same numbers elsewhere. */
@customElement('reproduce-panel')
export class ReproducePanel extends SessionElement {
  protected override render(): TemplateResult {
    const { result } = this.session.run.value;
    const digest = result?.comparison.scenario.digest;
    return html`<details>
      <summary>Reproduce these numbers</summary>
      ${
        result === undefined || digest === undefined
          ? html`<p class="quiet-text">
              Once all futures are simulated, the command and the digest stand here.
            </p>`
          : this.#recipe(digest)
      }
    </details>`;
  }

  #recipe(digest: string): TemplateResult {
    const { engine, run } = this.session;
    const { setup, comparison } = run.value.result!;
    return html`
      <recipe-block .recipe=${recipeOf(setup, comparison.replicates, engine)}></recipe-block>
      <p class="quiet-text">
        Seed ${setup.seed}. Digest of the scenario’s futures:
        <span class="digest">${digest}</span>
        ${
          comparison.baseline.digest === undefined
            ? nothing
            : html`; of the baseline’s: <span class="digest">${comparison.baseline.digest}</span>`
        }
      </p>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-s);
      }

      summary {
        min-height: 24px;
        color: var(--text-2);
        cursor: pointer;
      }

      .digest {
        overflow-wrap: anywhere;
        font-family: ui-monospace, monospace;
        font-size: 12px;
      }
    `,
  ];
}
