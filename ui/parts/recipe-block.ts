import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Recipe } from '../../engine/telling/recipe.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** A command that gives the page's numbers elsewhere, to copy, with the files that it reads. */
@customElement('recipe-block')
export class RecipeBlock extends LitElement {
  @property({ attribute: false }) recipe!: Recipe;
  @state() private copied = false;

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.recipe.command);
      this.copied = true;
      setTimeout(() => (this.copied = false), 2000);
    } catch {
      // Not every page may write to the clipboard; the text beside the button can be selected instead.
      this.copied = false;
    }
  }

  protected override render(): TemplateResult {
    const { command, files } = this.recipe;
    return html`
      <p class="quiet-text">The same command gives the same numbers on any machine:</p>
      <code tabindex="0" role="region" aria-label="Command">${command}</code>
      <p>
        <button @click=${() => this.#copy()}>${this.copied ? 'Copied' : 'Copy the command'}</button>
        ${files.map(
          ({ name, text }) =>
            html`<a download=${name} href="data:application/yaml;charset=utf-8,${encodeURIComponent(text)}"
              >${name}</a
            > `,
        )}
      </p>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-s);
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
    `,
  ];
}
