import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { InputError, type Problem } from '../../engine/input/problem.js';
import { parseScenario } from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { download } from '../device/download.js';
import { SessionElement } from '../state/session-element.js';
import { Watch } from '../state/watch.js';
import '../parts/dialog-button.js';
import type { DialogEvent } from '../parts/dialog-button.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { dialogStyles } from './dialog-styles.js';
import { fileName } from './file-name.js';
import { keepScenario, openSaved, putBack } from './keep-scenario.js';
import './problem-list.js';
import { savedScenarios, type SavedScenario } from '../device/saved-scenarios.js';

/** Saves the present scenario under a name, opens saved ones and files. Nothing is replaced, a deletion is taken back. */
@customElement('scenario-keeper')
export class ScenarioKeeper extends SessionElement {
  @state() private open = false;
  @state() private said = '';
  @state() private problems: readonly Problem[] = [];
  @state() private deleted: SavedScenario | undefined;
  @query('#kept-title') private titleInput!: HTMLInputElement;

  constructor() {
    super();
    new Watch(this, () => [savedScenarios]);
  }

  async #toggled({ open }: DialogEvent): Promise<void> {
    this.open = open;
    this.#say('');
    if (!open) return;
    await this.updateComplete;
    this.titleInput.select();
  }

  #say(
    what: string,
    { problems = [], deleted }: { problems?: readonly Problem[]; deleted?: SavedScenario } = {},
  ) {
    this.said = what;
    this.problems = problems;
    this.deleted = deleted;
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.titleInput.value.trim();
    if (title === '') return;
    const { store } = this.session;
    let scenario: Scenario;
    try {
      scenario = await keepScenario(store.value.present.scenario, title);
    } catch (error) {
      this.#say(`“${title}” was not saved: ${wordsOf(error)}.`);
      return;
    }
    store.dispatch({ type: 'save', scenario });
    this.#say(
      savedScenarios.volatile
        ? `Kept “${scenario.title}” until this page is closed: this browser stores nothing for the page. A file stays.`
        : `Saved “${scenario.title}” on this device.`,
    );
  }

  #open(read: () => Scenario, what: string): void {
    const { store } = this.session;
    try {
      store.dispatch({ type: 'openScenario', scenario: read() });
      this.#say(`Opened “${store.value.present.scenario.title}”. Undo goes back to what was there.`);
    } catch (error) {
      const problems = error instanceof InputError ? error.problems : [];
      this.#say(`${what} was not opened${problems.length > 0 ? ':' : `: ${String(error)}`}`, { problems });
    }
  }

  async #openFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined) return;
    const text = await file.text();
    const name = fileName(file.name.replace(/\.ya?ml$/i, ''));
    this.#open(() => parseScenario(text, { path: file.name, name }), file.name);
  }

  async #delete(saved: SavedScenario): Promise<void> {
    try {
      await savedScenarios.remove(saved.name);
      this.#say(`Deleted “${saved.title}”.`, { deleted: saved });
    } catch (error) {
      this.#say(`“${saved.title}” was not deleted: ${wordsOf(error)}.`);
    }
  }

  async #putBack(saved: SavedScenario): Promise<void> {
    try {
      await putBack(saved);
      this.#say(`“${saved.title}” is back.`);
    } catch (error) {
      this.#say(`“${saved.title}” was not put back: ${wordsOf(error)}.`, { deleted: saved });
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog-button label="Save …" heading="Saved scenarios" @accord-dialog=${this.#toggled}>
      ${this.open ? this.#content() : nothing}
    </dialog-button>`;
  }

  #content(): TemplateResult {
    const { deleted } = this;
    const { missing } = savedScenarios;
    return html`
      <h3><label for="kept-title">Save the present scenario as</label></h3>
      <form class="line" @submit=${this.#save}>
        <input id="kept-title" type="text" maxlength="200" required .value=${this.#suggestedTitle()} />
        <button class="primary">Save</button>
      </form>
      <p class="said" role="status">
        ${this.said}
        ${deleted ? html`<button @click=${() => this.#putBack(deleted)}>Undo the deletion</button>` : nothing}
      </p>
      <problem-list .problems=${this.problems}></problem-list>
      <h3>On this device</h3>
      ${this.#list()} ${missing === '' ? nothing : html`<p class="quiet-text">${missing}</p>`}
      <h3>From a file</h3>
      <p class="file">
        <input id="scenario-file" type="file" accept=".yaml,.yml" @change=${this.#openFile} />
        <label for="scenario-file">Open a scenario file …</label>
      </p>
      <p class="quiet-text">
        A YAML file, as the page saves and the command line reads. It stays on this device.
      </p>
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
      return html`<p class="quiet-text">
        Nothing saved yet. Saved scenarios stay in this browser and can be compared side by side.
      </p>`;
    }
    return html`<ul>
      ${saved.map(
        (one) =>
          html`<li>
            <span>${one.title}<br /><small>saved ${dayOf(one)}, version ${one.accord}</small></span>
            <button
              aria-label="Open ${one.title}"
              @click=${() => this.#open(() => openSaved(one), one.title)}
            >
              Open
            </button>
            <button
              aria-label="Download ${one.title} as a file"
              @click=${() => download(`${one.name}.yaml`, 'application/yaml', one.yaml)}
            >
              File
            </button>
            <button
              class="quiet icon"
              aria-label="Delete ${one.title}"
              title="Delete"
              @click=${() => this.#delete(one)}
            >
              ${glyph('close')}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    sharedStyles,
    dialogStyles,
    css`
      ul {
        max-height: 216px;
        overflow-y: auto;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--s1);
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

      .said {
        min-height: 32px;
        margin-top: var(--s1);
        font-size: var(--size-m);
      }

      .file {
        position: relative;
        width: max-content;
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
    `,
  ];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function dayOf({ saved }: SavedScenario): string {
  return new Date(saved).toLocaleDateString('en-US', { dateStyle: 'medium' });
}
