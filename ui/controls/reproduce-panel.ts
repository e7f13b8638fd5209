import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { recipeOf } from '../app/reproduce.js';
import { SessionElement } from '../app/session-element.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** The digest of the finished run, and the command that gives the same numbers elsewhere. */
@customElement('reproduce-panel')
export class ReproducePanel extends SessionElement {
  @state() private copied = false;

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = true;
      setTimeout(() => (this.copied = false), 2000);
    } catch {
      // Not every page may write to the clipboard; the text beside the button can be selected instead.
      this.copied = false;
    }
  }

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
    const { command, files } = recipeOf(
      setup,
      comparison.replicates,
      (name) => (engine.scenarioNames.includes(name) ? engine.loadScenario(name) : undefined),
      (scenario) => engine.toYaml(scenario),
    );
    return html`
      <p class="quiet-text">The same command gives the same numbers on any machine:</p>
      <code tabindex="0" role="region" aria-label="Command">${command}</code>
      <p>
        <button @click=${() => this.#copy(command)}>${this.copied ? 'Copied' : 'Copy the command'}</button>
        ${files.map(
          ({ name, text }) =>
            html`<a download=${name} href="data:application/yaml;charset=utf-8,${encodeURIComponent(text)}"
              >${name}</a
            > `,
        )}
      </p>
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

      code {
        display: block;
        margin-block: 4px;
        padding: var(--s1);
        overflow-x: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--panel);
        white-space: nowrap;
      }

      .digest {
        overflow-wrap: anywhere;
        font-family: ui-monospace, monospace;
        font-size: 12px;
      }
    `,
  ];
}
