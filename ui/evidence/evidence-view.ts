import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Scorecard } from '../../engine/validation/reported/scorecard.js';
import {
  figures,
  parameters,
  sources,
  type Figure,
  type Parameter,
  type Status,
} from '../../engine/evidence/index.js';
import { formatCount } from '../words/format.js';
import { SessionElement } from '../state/session-element.js';
import { Task } from '../state/task.js';
import { Watch } from '../state/watch.js';
import '../parts/task-progress.js';
import './figure-table.js';
import type { HoldEvent } from './parameter-row.js';
import './parameter-row.js';
import { runScorecard } from '../engine/run-scorecard.js';
import { roles, statuses, topics, topicTitle } from './topics.js';
import { sharedStyles } from '../styles/shared-styles.js';

type Part = 'parameters' | 'figures' | 'sources';

const partNames: Readonly<Record<Part, string>> = {
  parameters: 'Parameters',
  figures: 'Reported figures and scorecard',
  sources: 'Sources',
};

/** Futures of the scorecard: enough for an interval of 90 percent, few enough for a minute. */
const scorecardFutures = 100;

/** Everything that the numbers rest on, each with its source; any assumption can be held at another value here. */
@customElement('evidence-view')
export class EvidenceView extends SessionElement {
  readonly #scorecard = new Task<Scorecard>();

  @state() private page: Part = 'parameters';
  @state() private search = '';
  @state() private status: ReadonlySet<Status> = new Set();
  @state() private topic = '';
  @state() private heldOnly = false;
  @state() private roles: ReadonlySet<Figure['role']> = new Set();

  constructor() {
    super();
    new Watch(this, () => [this.#scorecard]);
  }

  get #held(): Readonly<Record<string, number>> {
    return this.session.store.value.present.scenario.assumptions;
  }

  #hold({ id, value }: HoldEvent): void {
    this.session.store.dispatch({ type: 'setAssumption', id, value });
  }

  #releaseAll(): void {
    for (const id of Object.keys(this.#held)) {
      this.session.store.dispatch({ type: 'setAssumption', id, value: undefined });
    }
  }

  protected override render(): TemplateResult {
    const held = Object.keys(this.#held).length;
    return html`
      <h1>What the model rests on</h1>
      <p class="lead">
        ${formatCount(parameters.length, 'parameter')} and ${formatCount(figures.length, 'reported figure')},
        each with its place in a source, or marked as assumed. In every simulated future each uncertain
        parameter has another value; hold one here to see what it does. API stands for California’s Academic
        Performance Index, IBB for interest-based bargaining, MEP for the Massachusetts Education Partnership,
        DCP and IBBI for its District Capacity Project and its Interest-Based Bargaining Institute.
      </p>
      <div class="parts" role="group" aria-label="Show">
        ${(Object.keys(partNames) as Part[]).map(
          (part) =>
            html`<button
              aria-pressed=${part === this.page ? 'true' : 'false'}
              @click=${() => (this.page = part)}
            >
              ${partNames[part]}
            </button>`,
        )}
      </div>
      ${
        held === 0
          ? nothing
          : html`<p class="edited">
              <strong>${formatCount(held, 'parameter')} held at a value of your own.</strong> What changes
              with them is changed by assumptions, not by policy.
              ${
                this.page === 'parameters'
                  ? html`<button
                      @click=${() => (this.heldOnly = !this.heldOnly)}
                      aria-pressed=${this.heldOnly ? 'true' : 'false'}
                    >
                      Show only these
                    </button>`
                  : nothing
              }
              <button @click=${() => this.#releaseAll()}>Release all</button>
            </p>`
      }
      ${this.#body()}
    `;
  }

  #body(): TemplateResult {
    switch (this.page) {
      case 'parameters':
        return this.#parameters();
      case 'figures':
        return this.#figures();
      case 'sources':
        return this.#sources();
    }
  }

  #parameters(): TemplateResult {
    const shown = parameters.filter((parameter) => this.#matches(parameter));
    const known = Object.keys(topics);
    const place = (topic: string): number => (known.includes(topic) ? known.indexOf(topic) : known.length);
    const all = [...new Set(parameters.map(({ topic }) => topic))].sort((a, b) => place(a) - place(b));
    return html`
      <div class="filters">
        ${this.#searchField('Search parameters', 'a word of a name, source or note')}
        <span>
          <label for="topic">About</label>
          <select
            id="topic"
            @change=${(event: Event) => (this.topic = (event.target as HTMLSelectElement).value)}
          >
            <option value="">everything</option>
            ${all.map((topic) => html`<option value=${topic} ?selected=${topic === this.topic}>${topicTitle(topic)}</option>`)}
          </select>
        </span>
        <span class="chips" role="group" aria-label="Status">
          ${(Object.keys(statuses) as Status[]).map((status) =>
            this.#chip(
              status,
              statuses[status],
              parameters.filter((one) => one.status === status).length,
              this.status.has(status),
              () => (this.status = toggled(this.status, status)),
            ),
          )}
        </span>
      </div>
      <p class="count" role="status">${formatCount(shown.length, 'parameter')} shown</p>
      <div @accord-hold=${(event: HoldEvent) => this.#hold(event)}>
        ${all.map((topic) =>
          this.#topic(
            topic,
            shown.filter((one) => one.topic === topic),
          ),
        )}
      </div>
    `;
  }

  #topic(topic: string, shown: readonly Parameter[]): unknown {
    if (shown.length === 0) return nothing;
    return html`<section>
      <h2>${topicTitle(topic)}</h2>
      ${shown.map(
        (parameter) =>
          html`<parameter-row .parameter=${parameter} .held=${this.#held[parameter.id]}></parameter-row>`,
      )}
    </section>`;
  }

  #matches({ id, label, topic, status, source, population, method, note }: Parameter): boolean {
    if (this.heldOnly && !(id in this.#held)) return false;
    if (this.status.size > 0 && !this.status.has(status)) return false;
    if (this.topic !== '' && this.topic !== topic) return false;
    const text = [id, label, topicTitle(topic), source.title, source.where, population, method, note].join(
      ' ',
    );
    return this.search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.toLowerCase().includes(word));
  }

  #figures(): TemplateResult {
    const { status, result } = this.#scorecard.value;
    const tested = result?.rows.filter(({ role }) => role === 'predict') ?? [];
    const fitted = result?.rows.filter(({ role }) => role === 'calibrate') ?? [];
    const inside = (rows: typeof tested): number => rows.filter((row) => row.inside).length;
    return html`
      <p class="lead">
        The scorecard asks the model for every figure that the sources report: fitted figures show whether the
        fit holds, checked ones were never used and show whether to believe the rest. A figure agrees when it
        lies in the range of 90 of 100 simulated futures; one in ten should not.
      </p>
      <p class="line">
        <button class="primary" ?disabled=${status === 'running'} @click=${() => this.#score()}>
          ${result === undefined ? 'Simulate them' : 'Simulate again'}
        </button>
        <task-progress .task=${this.#scorecard} noun="simulated futures"></task-progress>
      </p>
      ${
        result === undefined
          ? nothing
          : html`<p class="score" role="status">
              <strong>${inside(tested)} of ${tested.length}</strong> checked figures agree, and
              <strong>${inside(fitted)} of ${fitted.length}</strong> fitted ones.
            </p>`
      }
      <div class="filters">
        ${this.#searchField('Search figures', 'a word of a figure, note or place')}
        <span class="chips" role="group" aria-label="Role">
          ${(Object.keys(roles) as Figure['role'][]).map((role) =>
            this.#chip(
              roles[role].label,
              roles[role].what,
              figures.filter((one) => one.role === role).length,
              this.roles.has(role),
              () => (this.roles = toggled(this.roles, role)),
            ),
          )}
        </span>
      </div>
      <figure-table .scorecard=${result} .search=${this.search} .roles=${this.roles}></figure-table>
    `;
  }

  #score(): void {
    const { seed } = this.session.store.value.present;
    void this.#scorecard.start((hooks) => runScorecard(seed, scorecardFutures, hooks));
  }

  #sources(): TemplateResult {
    return html`<ul class="sources">
      ${sources.map(
        ({ id, title, authors, year, what }) =>
          html`<li>
            <h2>${title}</h2>
            <p>${authors}, ${year}.</p>
            <p>${what}</p>
            <p class="quiet-text">
              ${formatCount(figures.filter((figure) => figure.sources.includes(id)).length, 'reported figure')}
              of it are used.
            </p>
          </li>`,
      )}
    </ul>`;
  }

  #searchField(label: string, hint: string): TemplateResult {
    return html`<input
      type="search"
      aria-label=${label}
      placeholder=${hint}
      .value=${this.search}
      @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
    />`;
  }

  #chip(label: string, what: string, count: number, on: boolean, toggle: () => void): TemplateResult {
    return html`<button class="chip" title=${what} aria-pressed=${on ? 'true' : 'false'} @click=${toggle}>
      ${label} <small>${count}</small>
    </button>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        max-width: 1280px;
        margin-inline: auto;
        padding: var(--s2) var(--s3) var(--s6);
      }

      h1 {
        font-size: var(--size-l);
      }

      section {
        margin-top: var(--s3);
      }

      section h2 {
        padding-bottom: 4px;
        border-bottom: 1px solid var(--line-strong);
      }

      .lead {
        max-width: 96ch;
        margin-block: 4px var(--s1);
        color: var(--text-2);
        font-size: var(--size-m);
      }

      .parts {
        display: flex;
        flex-wrap: wrap;
        margin-block: var(--s1) var(--s2);
      }

      .parts button {
        border-radius: 0;
        margin-inline-start: -1px;
        color: var(--text-2);
      }

      .parts button:first-child {
        border-radius: var(--radius) 0 0 var(--radius);
      }

      .parts button:last-child {
        border-radius: 0 var(--radius) var(--radius) 0;
      }

      button[aria-pressed='true'] {
        background: var(--accent-wash);
        color: var(--accent-strong);
        font-weight: 600;
      }

      .edited {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s1);
        margin-block: var(--s1);
        padding: var(--s1) var(--s2);
        border-radius: var(--radius);
        background: var(--warning-wash);
        font-size: var(--size-m);
      }

      .filters,
      .chips,
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1) var(--s2);
        font-size: var(--size-m);
      }

      .chips {
        gap: 4px;
      }

      .line {
        margin-block: var(--s1);
      }

      .score {
        margin-block: var(--s1) var(--s2);
      }

      input[type='search'] {
        width: min(320px, 100%);
      }

      .chip {
        border-radius: 16px;
        padding-inline: 12px;
      }

      .chip small {
        color: var(--text-3);
        font-size: 12px;
      }

      .count {
        margin-top: var(--s1);
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .sources {
        max-width: 80ch;
        list-style: none;
      }

      .sources li {
        padding-block: var(--s2);
        border-bottom: 1px solid var(--line);
        font-size: var(--size-m);
      }

      figure-table {
        margin-top: var(--s1);
      }

      @media (max-width: 759px) {
        :host {
          padding: var(--s1) var(--s2) var(--s4);
        }
      }
    `,
  ];
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
