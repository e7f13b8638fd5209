import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Trace } from '../../engine/trace.js';
import { formatMonth, formatShare } from '../app/format.js';
import { runKey } from '../app/run-scheduler.js';
import { replicatesFor } from '../app/session.js';
import { SessionElement } from '../app/session-element.js';
import { shownSetup } from '../app/state.js';
import '../charts/data-table.js';
import type { Table } from '../charts/chart.js';
import '../controls/time-cursor.js';
import type { DistrictEvent } from '../network/district-group.js';
import '../network/district-group.js';
import '../network/district-story.js';
import { cellFor, practiceOfCode } from '../network/draw-districts.js';
import type { Roster } from '../network/roster.js';
import { Tracer } from '../network/tracer.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';

type WorldName = 'scenario' | 'baseline';

const order = [2, 1, 0] as const;

/** Every district of one simulated future, month by month, with the same future of the baseline a click away. */
@customElement('districts-view')
export class DistrictsView extends SessionElement {
  readonly #tracer = new Tracer();
  #asked = '';

  @state() private world: WorldName = 'scenario';
  @state() private roster: Roster | undefined;
  @state() private trace: Trace | undefined;
  @state() private failure: string | undefined;
  @state() private selected = -1;
  @state() private showTable = false;
  @state() private theme = '';

  readonly #dark = window.matchMedia('(prefers-color-scheme: dark)');
  readonly #themes = new MutationObserver(() => this.#readTheme());
  readonly #readTheme = (): void => {
    this.theme = `${document.documentElement.dataset['theme'] ?? ''} ${this.#dark.matches}`;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dark.addEventListener('change', this.#readTheme);
    this.#themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.#readTheme();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dark.removeEventListener('change', this.#readTheme);
    this.#themes.disconnect();
    this.#tracer.close();
    this.#asked = '';
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { value } = this.session.store;
    const setup = shownSetup(value);
    const key = `${runKey(setup)} ${this.world} ${value.view.replicate}`;
    if (key === this.#asked) return;
    this.#asked = key;
    void this.#follow(key);
  }

  /** Traces what is asked now; an answer to an older question is dropped. */
  async #follow(key: string): Promise<void> {
    const { value } = this.session.store;
    const { seed, ...worlds } = shownSetup(value);
    const scenario = worlds[this.world];
    try {
      const roster = await this.#tracer.roster(scenario.population);
      const trace = await this.#tracer.trace(scenario, seed, value.view.replicate);
      if (key !== this.#asked) return;
      if (roster.names.length !== this.roster?.names.length) this.selected = -1;
      this.roster = roster;
      this.trace = trace;
      this.failure = undefined;
    } catch (error) {
      if (key === this.#asked) this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  #retry(): void {
    this.failure = undefined;
    void this.#follow(this.#asked);
  }

  protected override render(): TemplateResult {
    const { roster, trace } = this;
    const { view } = this.session.store.value;
    const { scenario } = shownSetup(this.session.store.value);
    const futures = replicatesFor(this.session.engine, shownSetup(this.session.store.value));
    const month = Math.min(view.month, trace?.months ?? 0);
    return html`
      <div class="head">
        <h1>The districts of one simulated future</h1>
        ${this.#futurePicker(view.replicate, futures)} ${this.#worldPicker()}
        <button
          class="quiet icon"
          aria-pressed=${this.showTable ? 'true' : 'false'}
          aria-label="Show the counts as a table"
          title="Show the counts as a table"
          @click=${() => (this.showTable = !this.showTable)}
        >
          ${glyph('table')}
        </button>
      </div>
      <p class="lead">
        Each mark is a district. What one future shows is an example: only the average of many is a finding.
      </p>
      <time-cursor .session=${this.session} speeds></time-cursor>
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="failure" role="alert">
              This future could not be simulated: ${this.failure}
              <button @click=${() => this.#retry()}>Try again</button>
            </p>`
      }
      ${
        roster === undefined || trace === undefined
          ? html`<p class="lead" role="status">Simulating this future …</p>`
          : this.#body(roster, trace, month, scenario.firstMonth)
      }
    `;
  }

  #body(roster: Roster, trace: Trace, month: number, firstMonth: string): TemplateResult {
    const codes = trace.practice.subarray(month * trace.districts, (month + 1) * trace.districts);
    const chosen = this.selected >= 0;
    return html`
      <p class="legend">
        ${order.map((code) => {
          const { id, mark, label } = practiceOfCode[code]!;
          const count = countOf(codes, code);
          return html`<span
            ><span class="mark ${id}" aria-hidden="true">${mark}</span> <strong>${count}</strong> ${label}
            <span class="quiet-text">${formatShare(count / codes.length)}</span></span
          >`;
        })}
        <span class="find"
          ><label for="find">Story of</label>
          <input
            id="find"
            type="text"
            list="names"
            placeholder="a district’s name"
            @change=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}
          />
          <datalist id="names">
            ${roster.names.length <= 1000 ? roster.names.map((name) => html`<option value=${name}></option>`) : nothing}
          </datalist></span
        >
      </p>
      <div class=${chosen ? 'body chosen' : 'body'}>
        ${
          this.showTable
            ? html`<data-table .table=${tableOf(roster, codes, formatMonth(firstMonth, month))}></data-table>`
            : html`<div
                class="groups"
                @accord-district=${(event: DistrictEvent) => (this.selected = event.district)}
              >
                ${roster.groups.map(
                  (group) =>
                    html`<district-group
                      .group=${group}
                      .codes=${codes}
                      .names=${roster.names}
                      .cell=${cellFor(trace.districts, this.clientWidth)}
                      .selected=${this.selected}
                      .theme=${this.theme}
                    ></district-group>`,
                )}
              </div>`
        }
        ${
          chosen
            ? html`<district-story
                .roster=${roster}
                .trace=${trace}
                .district=${this.selected}
                .month=${month}
                .firstMonth=${firstMonth}
                @accord-close=${() => (this.selected = -1)}
              ></district-story>`
            : nothing
        }
      </div>
    `;
  }

  #find(name: string): void {
    const index =
      this.roster?.names.findIndex((one) => one.toLowerCase() === name.trim().toLowerCase()) ?? -1;
    if (index >= 0) this.selected = index;
  }

  #futurePicker(replicate: number, futures: number): TemplateResult {
    const go = (to: number): void =>
      this.session.store.dispatch({ type: 'setView', view: { replicate: (to + futures) % futures } });
    return html`<span class="future" role="group" aria-label="Simulated future">
      <button
        class="quiet icon"
        aria-label="Previous future"
        title="Previous future"
        @click=${() => go(replicate - 1)}
      >
        ${glyph('previous')}
      </button>
      <span>Future ${replicate + 1} of ${futures.toLocaleString('en-US')}</span>
      <button
        class="quiet icon"
        aria-label="Next future"
        title="Next future"
        @click=${() => go(replicate + 1)}
      >
        ${glyph('next')}
      </button>
    </span>`;
  }

  #worldPicker(): TemplateResult {
    const button = (world: WorldName, label: string): TemplateResult =>
      html`<button
        aria-pressed=${this.world === world ? 'true' : 'false'}
        @click=${() => (this.world = world)}
      >
        ${label}
      </button>`;
    return html`<span class="worlds" role="group" aria-label="World"
      >${button('scenario', 'Scenario')}${button('baseline', 'Baseline, same luck')}</span
    >`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        max-width: 1680px;
        margin-inline: auto;
        padding: var(--s2) var(--s3) var(--s4);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1) var(--s2);
      }

      h1 {
        margin-inline-end: auto;
        font-size: var(--size-l);
      }

      .lead {
        margin-block: 4px;
        color: var(--text-2);
        font-size: var(--size-m);
      }

      .failure {
        padding: var(--s1) var(--s2);
        border: 1px solid var(--danger);
        border-radius: var(--radius);
      }

      .future {
        display: inline-flex;
        align-items: center;
        font-size: var(--size-m);
      }

      .worlds button {
        border-color: var(--line);
        color: var(--text-2);
        border-radius: var(--radius) 0 0 var(--radius);
      }

      .worlds button:last-child {
        margin-inline-start: -1px;
        border-radius: 0 var(--radius) var(--radius) 0;
      }

      .worlds button[aria-pressed='true'] {
        background: var(--accent-wash);
        color: var(--accent-strong);
        font-weight: 600;
      }

      .legend {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s3);
        min-height: 40px;
        padding-block: var(--s1);
        border-block: 1px solid var(--line);
        font-size: var(--size-m);
      }

      .mark.adversarial {
        color: var(--adversarial);
      }

      .mark.ibbTrained {
        color: var(--ibb-trained);
      }

      .mark.collaborative {
        color: var(--collaborative);
      }

      .find {
        display: inline-flex;
        align-items: center;
        gap: var(--s1);
        margin-inline-start: auto;
      }

      .body {
        display: grid;
        gap: var(--s4);
        margin-top: var(--s2);
      }

      .body.chosen {
        grid-template-columns: minmax(0, 1fr) minmax(280px, 360px);
      }

      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        align-content: start;
        gap: var(--s3) var(--s4);
      }

      @media (max-width: 759px) {
        :host {
          padding: var(--s1) var(--s2) var(--s3);
        }

        .body.chosen {
          grid-template-columns: minmax(0, 1fr);
        }

        district-story {
          order: -1;
        }

        .find {
          margin-inline-start: 0;
        }
      }
    `,
  ];
}

function countOf(codes: Uint8Array, code: number): number {
  return codes.reduce((sum, one) => sum + (one === code ? 1 : 0), 0);
}

function tableOf(roster: Roster, codes: Uint8Array, month: string): Table {
  return {
    caption: `Districts by region and relationship in ${month}`,
    columns: ['Region', ...order.map((code) => practiceOfCode[code]!.short), 'All'],
    rows: roster.groups.map(({ name, districts }) => {
      const own = Uint8Array.from(districts, (district) => codes[district]!);
      return [name, ...order.map((code) => String(countOf(own, code))), String(own.length)];
    }),
  };
}
