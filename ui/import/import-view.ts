import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { csvColumns, mostCsvBytes, populationToCsv, type CsvOptions } from '../../engine/population/index.js';
import { countProblems } from '../../engine/input/problem.js';
import { download } from '../device/download.js';
import { formatCount } from '../words/format.js';
import { SessionElement } from '../state/session-element.js';
import './import-preview.js';
import { importedPopulations, readImported, type ImportedPopulation } from '../device/imported.js';
import type { RemoveEvent, UseEvent } from './imported-table.js';
import './imported-table.js';
import { openPopulation } from '../engine/open-population.js';
import { keepReadFile, readPopulationFile } from '../engine/population-service.js';
import type { ReadFile } from '../engine/population-worker.js';
import '../share/problem-list.js';
import { pageStyles } from '../styles/page-styles.js';
import { sharedStyles } from '../styles/shared-styles.js';

type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | ReadFile;

/** What the page simulates once the districts in use are removed. */
const FALLBACK = 'massachusetts';

/** The user's own districts from a CSV file: read in a worker, shown before they are used, kept on this device only. */
@customElement('import-view')
export class ImportView extends SessionElement {
  @state() private file: File | undefined;
  @state() private reading: Reading = { kind: 'none' };
  @state() private firstMonth = '';
  @state() private charters: NonNullable<CsvOptions['charters']> = 'keep';
  @state() private over = false;
  @state() private said = '';
  @state() private failure = '';
  /** Taken off this device last, and whether the page used it. */
  @state() private removed: { readonly from: ImportedPopulation; readonly used: boolean } | undefined;
  @query('#result') private result!: HTMLElement | null;

  #latest = 0;

  get #month(): string {
    return this.firstMonth === '' ? this.session.store.value.present.scenario.firstMonth : this.firstMonth;
  }

  get #options(): CsvOptions {
    return { path: this.file?.name ?? '', firstMonth: this.#month, charters: this.charters };
  }

  #choose(file: File | undefined): void {
    if (file === undefined) return;
    this.file = file;
    void this.#read();
  }

  async #read(): Promise<void> {
    const { file } = this;
    if (file === undefined) return;
    const turn = ++this.#latest;
    this.#say('');
    if (file.size > mostCsvBytes) {
      const size = Math.round(file.size / 1e6).toLocaleString('en-US');
      this.reading = {
        kind: 'failed',
        reason: `${file.name} has ${size} MB; at most ${mostCsvBytes / 1e6} MB can be read. Leave out columns or rows that are not needed.`,
      };
      return;
    }
    this.reading = { kind: 'reading' };
    try {
      const read = await readPopulationFile(file, this.#options);
      if (turn === this.#latest) this.reading = read;
    } catch (error) {
      if (turn !== this.#latest) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.reading = {
        kind: 'failed',
        reason: `${file.name} could not be read: ${reason}. Choose it again.`,
      };
    }
    await this.updateComplete;
    this.result?.focus();
  }

  /** Under which the districts are kept; the command line reads a file of that name. */
  get #name(): string {
    const name = this.file?.name ?? '';
    return /\.csv$/i.test(name) ? name : `${name.replace(/\.[^.]*$/, '')}.csv`;
  }

  async #use(): Promise<void> {
    if (this.reading.kind !== 'read') return;
    try {
      await keepReadFile(this.#name);
    } catch (error) {
      this.#fail(`${this.#name} was not kept`, error);
      return;
    }
    this.#show(this.#name, this.#month);
  }

  #say(said: string): void {
    this.said = said;
    this.failure = '';
    this.removed = undefined;
  }

  /** What was said, and can still be taken back, stays. */
  #fail(what: string, error: unknown): void {
    this.failure = `${what}: ${error instanceof Error ? error.message : String(error)}.`;
  }

  #show(name: string, firstMonth?: string): void {
    const { store, run } = this.session;
    const before = store.value.present;
    store.dispatch({
      type: 'setPopulation',
      population: name,
      ...(firstMonth === undefined ? {} : { firstMonth }),
    });
    if (store.value.present === before) run.retry();
    this.#say(`The page now simulates ${name}.`);
  }

  async #remove(name: string): Promise<void> {
    const { store } = this.session;
    const from = await readImported(name).catch(() => undefined);
    const used = store.value.present.scenario.population === name;
    if (used) store.dispatch({ type: 'setPopulation', population: FALLBACK });
    try {
      await importedPopulations.forget(name);
    } catch (error) {
      this.#fail(`${name} was not removed`, error);
      return;
    }
    const instead = used ? ` The page simulates ${FALLBACK} instead.` : '';
    this.#say(`${name} was removed from this device.${instead}`);
    this.removed = from && { from, used };
  }

  async #putBack(): Promise<void> {
    if (this.removed === undefined) return;
    const { from, used } = this.removed;
    try {
      await importedPopulations.keep(from);
    } catch (error) {
      this.#fail(`${from.name} was not put back`, error);
      return;
    }
    if (used) this.#show(from.name);
    else this.#say(`${from.name} is back on this device.`);
  }

  async #template(): Promise<void> {
    const population = await openPopulation(FALLBACK);
    download('districts-template.csv', 'text/csv', populationToCsv(population, { rows: 'districts' }));
  }

  protected override render(): TemplateResult {
    const { population } = this.session.store.value.present.scenario;
    return html`
      <h1>Your own districts</h1>
      <p class="lead">
        Choose a CSV file with one row a district, or one row a school. It is read in this page and kept on
        this device; nothing is sent anywhere. The columns of the national files (NCES Common Core of Data,
        CCD, and its table generator, ELSI, of the National Center for Education Statistics) and of the
        Massachusetts school profiles are recognised.
      </p>
      <div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.over = false;
          this.#choose(event.dataTransfer?.files[0]);
        }}
      >
        <input
          id="csv"
          type="file"
          accept=".csv,.txt,.tsv,text/csv"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            this.#choose(input.files?.[0]);
            input.value = '';
          }}
        />
        <label for="csv"><strong>Choose a CSV file</strong> or drop it here</label>
      </div>
      <div class="options">
        <span>
          <label for="month">First month of the run</label>
          <input
            id="month"
            type="text"
            inputmode="numeric"
            pattern="\\d{4}-(0[1-9]|1[0-2])"
            placeholder="YYYY-MM"
            .value=${this.#month}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              if (!input.reportValidity()) return;
              this.firstMonth = input.value;
              void this.#read();
            }}
          />
          <small>contracts count from it</small>
        </span>
        <span>
          <label for="charters">Charter schools</label>
          <select
            id="charters"
            @change=${(event: Event) => {
              this.charters = (event.target as HTMLSelectElement).value as typeof this.charters;
              void this.#read();
            }}
          >
            <option value="keep" ?selected=${this.charters === 'keep'}>keep</option>
            <option value="leave-out" ?selected=${this.charters === 'leave-out'}>leave out</option>
          </select>
          <small>most have no union</small>
        </span>
        <button
          title="The made-up districts of Massachusetts, in columns that are understood"
          @click=${() => this.#template()}
        >
          Download a template
        </button>
      </div>
      <p role="status">
        ${this.said}
        ${
          this.removed !== undefined
            ? html`<button @click=${() => this.#putBack()}>Put it back</button>`
            : this.said === ''
              ? nothing
              : html`<a href="#/explore">See it in Explore</a>`
        }
      </p>
      ${this.failure === '' ? nothing : html`<p class="failure" role="alert">${this.failure}</p>`}
      <div id="result" tabindex="-1">${this.#result()}</div>
      <section>
        <h2>On this device</h2>
        <imported-table
          .used=${population}
          @accord-use=${({ name }: UseEvent) => this.#show(name)}
          @accord-remove=${({ name }: RemoveEvent) => this.#remove(name)}
        ></imported-table>
      </section>
      <details>
        <summary>Columns that are understood</summary>
        <p>
          Needed are the district, its students, and its students from low-income households as a number, a
          percentage or a share. All else may be left out: what is then assumed is listed after reading.
        </p>
        <dl>
          ${csvColumns.map(
            ({ names }) =>
              html`<dt>${names[0]}</dt>
                <dd>${names.slice(1).join(', ')}</dd>`,
          )}
        </dl>
      </details>
    `;
  }

  #result(): unknown {
    const { reading, file } = this;
    switch (reading.kind) {
      case 'none':
        return nothing;
      case 'reading':
        return html`<p role="status">Reading ${file?.name} …</p>`;
      case 'failed':
        return html`<p class="failure" role="alert">${reading.reason}</p>`;
      case 'refused':
        return html`<h2>
            ${file?.name}: ${formatCount(countProblems(reading.problems), 'problem')}, nothing was imported
          </h2>
          <p>Correct the file and choose it again; all that is wrong is listed here at once.</p>
          <problem-list .problems=${reading.problems}></problem-list>`;
      case 'read':
        return html`<div class="head">
            <h2>${file?.name}</h2>
            ${
              importedPopulations.value.some(({ id }) => id === this.#name)
                ? html`<small>replaces the ${this.#name} of this device</small>`
                : nothing
            }
            <button class="primary" @click=${() => this.#use()}>Use these districts</button>
          </div>
          <import-preview
            .source=${reading.source}
            .first=${reading.first}
            .description=${reading.description}
            .warnings=${reading.warnings}
            .firstMonth=${this.#month}
          ></import-preview>`;
    }
  }

  static override styles = [
    sharedStyles,
    pageStyles,
    css`
      .lead {
        margin-bottom: var(--s2);
      }

      .drop {
        position: relative;
        display: grid;
        place-items: center;
        min-height: 112px;
        border: 1.5px dashed var(--line-strong);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .drop.over,
      .drop:hover {
        border-color: var(--accent);
        background: var(--accent-wash);
      }

      .drop input {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
        cursor: pointer;
      }

      .drop:focus-within {
        outline: var(--ring);
        outline-offset: 2px;
      }

      .options {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1) var(--s3);
        margin-block: var(--s2);
      }

      .options > span {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s1);
      }

      #month {
        width: 96px;
      }

      small {
        color: var(--text-2);
        font-size: var(--size-s);
      }

      [role='status'] {
        min-height: 32px;
      }

      #result {
        outline: none;
      }

      #result:not(:empty) {
        margin-block: var(--s2);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1);
        margin-bottom: var(--s1);
        padding-bottom: var(--s1);
        border-bottom: 1px solid var(--line-strong);
      }

      .head h2 {
        margin-inline-end: auto;
      }

      .failure {
        padding: var(--s1) var(--s2);
        border: 1px solid var(--danger);
        border-radius: var(--radius);
      }

      section {
        margin-top: var(--s3);
      }

      details {
        margin-top: var(--s3);
      }

      summary {
        cursor: pointer;
        font-weight: 600;
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px var(--s2);
        margin-top: var(--s1);
        font-size: var(--size-s);
      }

      dt {
        font-weight: 600;
      }

      dd {
        color: var(--text-2);
      }

      @media (max-width: 759px) {
        :host {
          padding: var(--s1) var(--s2) var(--s4);
        }

        dl {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}
