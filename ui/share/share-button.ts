import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { scenarioToYaml } from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { download } from '../device/download.js';
import { SessionElement } from '../state/session-element.js';
import '../parts/dialog-button.js';
import type { DialogEvent } from '../parts/dialog-button.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { dialogStyles } from './dialog-styles.js';
import { fileName } from './file-name.js';
import type { LinkWatch } from './link-watch.js';

/** Hands the scenario on: as a link that holds everything, or as the files of the command line. */
@customElement('share-button')
export class ShareButton extends SessionElement {
  @property({ attribute: false }) links!: LinkWatch;
  @state() private open = false;
  @state() private link = '';
  @state() private copied = false;

  #toggled({ open }: DialogEvent): void {
    this.open = open;
    this.link = '';
    if (open) void this.links.link().then((link) => (this.link = link));
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link);
      this.copied = true;
      setTimeout(() => (this.copied = false), 2000);
    } catch {
      // Not every page may write to the clipboard: the link is then ready to be copied by hand.
      this.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog-button label="Share" heading="Share this scenario" @accord-dialog=${this.#toggled}>
      ${this.open ? this.#content() : nothing}
    </dialog-button>`;
  }

  #content(): TemplateResult {
    const { scenario, baseline } = this.session.store.value.present;
    const [own, other] = [scenario, baseline].map(({ name }) => `${fileName(name)}.yaml`);
    return html`
      <h3><label for="link">Link</label></h3>
      <p class="line">
        <input id="link" type="text" readonly .value=${this.link === '' ? 'Making the link …' : this.link} />
        <button class="primary" ?disabled=${this.link === ''} @click=${() => this.#copy()}>
          ${this.copied ? 'Copied' : 'Copy the link'}
        </button>
      </p>
      <p class="quiet-text">
        It holds levers, assumptions, baseline, seed and view, and tells whoever opens it when the model or
        the districts have changed since.
      </p>

      <h3>Files</h3>
      <p class="line">
        ${this.#file(scenario, own!)} ${this.#file(baseline, `${other!}, the baseline`, other)}
      </p>
      <p class="quiet-text">
        The page opens them under Save. So does the command line:
        <code>accord-sim compare ${other} ${own}</code>
      </p>
    `;
  }

  #file(scenario: Scenario, label: string, name = label): TemplateResult {
    return html`<button @click=${() => download(name, 'application/yaml', scenarioToYaml(scenario))}>
      ${label}
    </button>`;
  }

  static override styles = [
    sharedStyles,
    dialogStyles,
    css`
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];
}
