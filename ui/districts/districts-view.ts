import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatShare } from '../../engine/telling/format-value.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import type { Trace } from '../../engine/trace.js';
import { runKey } from '../state/run-scheduler.js';
import { replicatesFor } from '../state/session.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import '../charts/data-table.js';
import '../parts/time-cursor.js';
import type { DistrictEvent } from './district-group.js';
import './district-group.js';
import './district-network.js';
import type { Future } from './district-schools.js';
import './district-schools.js';
import './district-story.js';
import { districtTable, regionTable } from './district-tables.js';
import { cellFor, practiceOfCode, practicesShown } from './draw-districts.js';
import type { Layout } from '../engine/layout-districts.js';
import type { Roster } from '../engine/roster.js';
import type { TieTrace } from '../engine/trace-ties.js';
import { Tracer } from '../engine/tracer.js';
import { hasWebGl } from './webgl.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';

type WorldName = 'scenario' | 'baseline';
type Picture = 'network' | 'grid';

/** More districts than this are a cloud in which nobody finds one. */
const MOST_IN_NETWORK = 2000;

/** One future of one world, all of it from one answer of the tracer. */
interface Shown {
  readonly future: Future;
  readonly roster: Roster;
  readonly trace: Trace;
  /** Absent where the network is not drawn. */
  readonly ties: TieTrace | undefined;
}

/** Every district of one simulated future, month by month, with the same future of the baseline a click away. */
@customElement('districts-view')
export class DistrictsView extends SessionElement {
  readonly #tracer = new Tracer();
  #asked = '';
  #answered = '';
  #codes: { readonly trace: Trace; readonly month: number; readonly codes: Uint8Array } | undefined;

  readonly #webGl = hasWebGl();

  @state() private world: WorldName = 'scenario';
  @state() private picture: Picture = 'network';
  @state() private shown: Shown | undefined;
  /** Of the roster shown; it comes after the first picture. */
  @state() private layout: Layout | undefined;
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
    const future = { scenario: worlds[this.world], seed, replicate: value.view.replicate };
    try {
      const shown = await this.#trace(future);
      if (key !== this.#asked) return;
      if (shown.roster !== this.shown?.roster) {
        this.selected = -1;
        this.layout = undefined;
      }
      this.shown = shown;
      this.#answered = key;
      this.failure = undefined;
      if (shown.ties === undefined || this.layout !== undefined) return;
      const layout = await this.#tracer.ask((service) => service.layout(future.scenario.population));
      if (shown.roster === this.shown.roster) this.layout = layout;
    } catch (error) {
      if (key === this.#asked) this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  async #trace(future: Future): Promise<Shown> {
    const { scenario, seed, replicate } = future;
    const known = this.shown;
    const fresh = await this.#tracer.ask((service) => service.roster(scenario.population));
    const same = known !== undefined && known.roster.names.join() === fresh.names.join();
    const roster = same ? known.roster : fresh;
    const trace = await this.#tracer.ask((service) => service.trace(scenario, seed, replicate));
    const drawn = this.#whyNoNetwork(roster) === undefined;
    const ties = drawn
      ? await this.#tracer.ask((service) => service.ties(scenario, seed, replicate))
      : undefined;
    return { future, roster, trace, ties };
  }

  /** Why these districts are shown as a grid only, in a sentence. */
  #whyNoNetwork({ names }: Roster): string | undefined {
    const count = names.length.toLocaleString('en-US');
    if (names.length < 2) return 'One district has no network.';
    if (names.length > MOST_IN_NETWORK)
      return `${count} districts are too many for a network that can be read.`;
    if (!this.#webGl) return 'This browser cannot draw the network (WebGL is missing or switched off).';
    return undefined;
  }

  #retry(): void {
    this.failure = undefined;
    void this.#follow(this.#asked);
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    const { view } = this.session.store.value;
    const futures = replicatesFor(this.session.engine, shownSetup(this.session.store.value));
    const month = Math.min(view.month, shown?.trace.months ?? 0);
    return html`
      <div class="head">
        <h1>The districts of one simulated future</h1>
        ${this.#futurePicker(view.replicate, futures)} ${this.#worldPicker()}
        <button
          class="quiet icon"
          aria-pressed=${this.showTable ? 'true' : 'false'}
          aria-label="Show the districts as a table"
          title="Show the districts as a table"
          @click=${() => (this.showTable = !this.showTable)}
        >
          ${glyph('table')}
        </button>
      </div>
      <p class="lead" role="status">
        ${
          this.failure === undefined && this.#answered !== this.#asked
            ? 'Simulating this future …'
            : 'Each mark is a district. What one future shows is an example: only the average of many is a finding.'
        }
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
      ${shown === undefined ? nothing : this.#body(shown, month)}
    `;
  }

  /** The same array for the same month, so that what is drawn from it is drawn once. */
  #codesOf(trace: Trace, month: number): Uint8Array {
    const now = this.#codes;
    if (now?.trace === trace && now.month === month) return now.codes;
    const codes = trace.practice.subarray(month * trace.districts, (month + 1) * trace.districts);
    this.#codes = { trace, month, codes };
    return codes;
  }

  #body(shown: Shown, month: number): TemplateResult {
    const { roster, trace, future } = shown;
    const { firstMonth } = future.scenario;
    const codes = this.#codesOf(trace, month);
    const chosen = this.selected >= 0;
    return html`
      <p class="legend">
        ${practicesShown.map((code) => {
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
        <div class="picture" @accord-district=${(event: DistrictEvent) => (this.selected = event.district)}>
          ${this.#picturePicker(shown)} ${this.#picture(shown, codes, month)}
        </div>
        ${
          chosen
            ? html`<aside aria-label="The chosen district">
                <district-story
                  .roster=${roster}
                  .trace=${trace}
                  .district=${this.selected}
                  .month=${month}
                  .firstMonth=${firstMonth}
                  @accord-close=${() => (this.selected = -1)}
                ></district-story>
                <district-schools
                  .tracer=${this.#tracer}
                  .future=${future}
                  .district=${this.selected}
                  .month=${month}
                ></district-schools>
              </aside>`
            : nothing
        }
      </div>
    `;
  }

  #picturePicker({ roster }: Shown): TemplateResult {
    const why = this.#whyNoNetwork(roster);
    if (why !== undefined)
      return html`<p class="lead">${why} Here they are by region, the largest first.</p>`;
    const button = (picture: Picture, label: string): TemplateResult =>
      html`<button
        aria-pressed=${this.picture === picture ? 'true' : 'false'}
        @click=${() => (this.picture = picture)}
      >
        ${label}
      </button>`;
    return html`<p class="choice" role="group" aria-label="Picture">
      ${button('network', 'Learning network')}${button('grid', 'By region')}
    </p>`;
  }

  #picture({ roster, trace, ties, future }: Shown, codes: Uint8Array, month: number): TemplateResult {
    const drawn = this.picture === 'network' ? ties : undefined;
    if (this.showTable) {
      const when = monthInWords(future.scenario.firstMonth, month);
      const table = drawn
        ? districtTable(roster, codes, drawn, month, when)
        : regionTable(roster, codes, when);
      return html`<data-table .table=${table}></data-table>`;
    }
    if (drawn && this.layout === undefined) return html`<p class="placing">Placing the districts …</p>`;
    if (drawn) {
      return html`<district-network
        .roster=${roster}
        .layout=${this.layout}
        .ties=${drawn}
        .codes=${codes}
        .month=${month}
        .selected=${this.selected}
        .theme=${this.theme}
      ></district-network>`;
    }
    return html`<div class="groups">
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
    </div>`;
  }

  #find(name: string): void {
    const index =
      this.shown?.roster.names.findIndex((one) => one.toLowerCase() === name.trim().toLowerCase()) ?? -1;
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
    return html`<span class="choice" role="group" aria-label="World"
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

      p.choice {
        margin-bottom: var(--s1);
      }

      .choice button {
        border-color: var(--line);
        color: var(--text-2);
        border-radius: var(--radius) 0 0 var(--radius);
      }

      .choice button:last-child {
        margin-inline-start: -1px;
        border-radius: 0 var(--radius) var(--radius) 0;
      }

      .choice button[aria-pressed='true'] {
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

      .placing {
        min-height: 380px;
        color: var(--text-2);
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

        aside {
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
