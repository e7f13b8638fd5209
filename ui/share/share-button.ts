import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { InputError, type Problem } from '../../engine/evidence/problem.js';
import { parseScenario, scenarioToYaml } from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { download } from '../app/download.js';
import { SessionElement } from '../app/session-element.js';
import { Watch } from '../app/watch.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { fileName } from './file-name.js';
import { keepScenario, openSaved } from './keep-scenario.js';
import type { LinkWatch } from './link-watch.js';
import './problem-list.js';
import { savedScenarios, type SavedScenario } from './saved-scenarios.js';

const YAML = 'application/yaml';

/** Share and keep: the link, the scenarios of this device, and scenarios as the files of the command line. */
@customElement('share-button')
export class ShareButton extends SessionElement {
  @property({ attribute: false }) links!: LinkWatch;
  @state() private link = '';
  @state() private copied = false;
  @state() private said = '';
  @state() private problems: readonly Problem[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('#kept-title') private titleInput!: HTMLInputElement;

  constructor() {
    super();
    new Watch(this, () => [savedScenarios]);
  }

  #open(): void {
    this.link = '';
    this.said = '';
    this.problems = [];
    this.dialog.showModal();
    void this.links.link().then((link) => (this.link = link));
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

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.titleInput.value.trim();
    if (title === '') return;
    const { store } = this.session;
    const scenario = await keepScenario(store.value.present.scenario, title);
    store.dispatch({ type: 'save', scenario });
    this.said = savedScenarios.volatile
      ? `Kept “${title}” until this page is closed: this browser stores nothing for the page.`
      : `Saved “${title}” on this device.`;
  }

  #openScenario(read: () => Scenario, what: string): void {
    try {
      this.session.store.dispatch({ type: 'openScenario', scenario: read() });
      this.problems = [];
      this.said = `Opened “${this.session.store.value.present.scenario.title}”.`;
    } catch (error) {
      this.problems = error instanceof InputError ? error.problems : [];
      this.said = `${what} was not opened${this.problems.length > 0 ? ':' : `: ${String(error)}`}`;
    }
  }

  async #openFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined) return;
    const text = await file.text();
    const name = fileName(file.name.replace(/\.ya?ml$/i, ''));
    this.#openScenario(() => parseScenario(text, { path: file.name, name }), file.name);
  }

  protected override render(): TemplateResult {
    const { scenario, baseline } = this.session.store.value.present;
    const own = fileName(scenario.name);
    return html`
      <button @click=${() => this.#open()} aria-haspopup="dialog">Share</button>
      <dialog aria-labelledby="share-title">
        <div class="head">
          <h2 id="share-title">Share or keep this scenario</h2>
          <button class="quiet icon" aria-label="Close" @click=${() => this.dialog.close()}>
            ${glyph('close')}
          </button>
        </div>

        <h3><label for="link">Link</label></h3>
        <p class="line">
          <input
            id="link"
            type="text"
            readonly
            .value=${this.link === '' ? 'Making the link …' : this.link}
          />
          <button class="primary" ?disabled=${this.link === ''} @click=${() => this.#copy()}>
            ${this.copied ? 'Copied' : 'Copy the link'}
          </button>
        </p>
        <p class="quiet-text">
          It holds levers, assumptions, baseline, seed and view (${this.link.length.toLocaleString('en-US')}
          characters), and tells whoever opens it when the model or the districts have changed since.
        </p>

        <h3>On this device</h3>
        <form class="line" @submit=${this.#save}>
          <label class="visually-hidden" for="kept-title">Title</label>
          <input id="kept-title" type="text" maxlength="200" required .value=${this.#suggestedTitle()} />
          <button>Save</button>
        </form>
        ${this.#list()}

        <h3>As files of the command line</h3>
        <p class="line files">
          <button @click=${() => download(`${own}.yaml`, YAML, scenarioToYaml(scenario))}>${own}.yaml</button>
          <button @click=${() => download(`${fileName(baseline.name)}.yaml`, YAML, scenarioToYaml(baseline))}>
            ${fileName(baseline.name)}.yaml, the baseline
          </button>
          <span class="file">
            <input id="scenario-file" type="file" accept=".yaml,.yml" @change=${this.#openFile} />
            <label for="scenario-file">Open a file …</label>
          </span>
        </p>
        <p class="quiet-text">
          <code>accord-sim compare ${fileName(baseline.name)}.yaml ${own}.yaml</code> takes the same files.
        </p>
        <p role="status">${this.said}</p>
        <problem-list .problems=${this.problems}></problem-list>
      </dialog>
    `;
  }

  /** A changed bundled scenario must not pass for the bundled one. */
  #suggestedTitle(): string {
    const { present, saved } = this.session.store.value;
    const { scenario } = present;
    const bundled = this.session.engine.scenarioNames.includes(scenario.name);
    return bundled && scenario !== saved.scenario ? `${scenario.title}, changed` : scenario.title;
  }

  #list(): TemplateResult {
    const saved = savedScenarios.value;
    if (saved.length === 0) {
      return html`<p class="quiet-text">Nothing saved yet. Saved scenarios can be compared side by side.</p>`;
    }
    return html`<ul>
      ${saved.map(
        (one) =>
          html`<li>
            <span>${one.title}<br /><small>saved ${dayOf(one)}, version ${one.accord}</small></span>
            <button @click=${() => this.#openScenario(() => openSaved(one), one.title)}>Open</button>
            <button
              aria-label="Download ${one.title} as a file"
              @click=${() => download(`${one.name}.yaml`, YAML, one.yaml)}
            >
              File
            </button>
            <button
              class="quiet icon"
              aria-label="Delete ${one.title}"
              title="Delete"
              @click=${() => savedScenarios.remove(one.name)}
            >
              ${glyph('close')}
            </button>
          </li>`,
      )}
    </ul>`;
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

      .head,
      .line,
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1);
      }

      .head {
        justify-content: space-between;
      }

      h2 {
        font-size: var(--size-l);
      }

      h3 {
        margin-top: var(--s3);
        margin-bottom: 4px;
        font-size: var(--size-m);
      }

      .line input[type='text'] {
        flex: 1 1 240px;
        min-width: 0;
        text-overflow: ellipsis;
      }

      .quiet-text {
        margin-top: 4px;
      }

      ul {
        max-height: 216px;
        margin-top: var(--s1);
        overflow-y: auto;
        list-style: none;
      }

      li {
        flex-wrap: nowrap;
        min-height: 48px;
        border-top: 1px solid var(--line);
        font-size: var(--size-m);
        line-height: 1.25;
      }

      li span {
        flex: 1;
        overflow-wrap: anywhere;
      }

      small {
        color: var(--text-3);
        font-size: 12px;
      }

      .files button,
      .file label {
        max-width: 100%;
        overflow-wrap: anywhere;
      }

      .file {
        position: relative;
      }

      .file input {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
        cursor: pointer;
      }

      .file label {
        display: inline-flex;
        align-items: center;
        min-height: 32px;
        padding: 0 var(--s1);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        font-size: var(--size-m);
      }

      .file input:focus-visible + label {
        outline: var(--ring);
        outline-offset: 2px;
      }

      code {
        overflow-wrap: anywhere;
      }

      [role='status'] {
        min-height: 24px;
        margin-top: var(--s1);
        font-size: var(--size-m);
      }
    `,
  ];
}

function dayOf({ saved }: SavedScenario): string {
  return new Date(saved).toLocaleDateString('en-US', { dateStyle: 'medium' });
}
