import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber, formatShare } from '../../engine/telling/format-value.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { formatCount } from '../words/format.js';
import { sharedStyles } from '../styles/shared-styles.js';
import './school-network.js';
import type { SchoolRecord } from '../engine/trace-schools.js';
import type { Tracer } from '../engine/tracer.js';

/** One simulated future of one world. */
export interface Future {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly replicate: number;
}

/** The schools of a district in one simulated future; one of them opened, with its educators. */
@customElement('district-schools')
export class DistrictSchools extends LitElement {
  @property({ attribute: false }) tracer!: Tracer;
  @property({ attribute: false }) future!: Future;
  @property({ type: Number }) district = 0;
  @property({ type: Number }) month = 0;
  @state() private schools: readonly SchoolRecord[] | undefined;
  @state() private chosen: string | undefined;
  @state() private networks: readonly Uint8Array[] | undefined;
  @state() private failure: string | undefined;

  #asked = {};

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('district')) {
      this.schools = undefined;
      this.chosen = undefined;
    }
    if (changed.has('district') || changed.has('future')) void this.#follow();
  }

  /** The schools of what is asked now, and the network of the open one; answers to older questions are dropped. */
  async #follow(): Promise<void> {
    const asked = (this.#asked = {});
    const { tracer, district, chosen } = this;
    const { scenario, seed, replicate } = this.future;
    try {
      const schools = await tracer.ask((service) => service.schools(scenario, seed, replicate, district));
      const open = schools.find(({ name }) => name === chosen);
      const networks = open && (await tracer.ask((service) => service.educators(open, seed, replicate)));
      if (asked !== this.#asked) return;
      this.schools = schools;
      this.networks = networks;
      this.failure = undefined;
    } catch (error) {
      if (asked === this.#asked) this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  #choose(name: string): void {
    this.chosen = this.chosen === name ? undefined : name;
    this.networks = undefined;
    void this.#follow();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { schools, failure } = this;
    if (failure !== undefined) {
      return html`<p role="alert">
        The schools could not be simulated: ${failure}
        <button @click=${() => this.#follow()}>Try again</button>
      </p>`;
    }
    if (schools === undefined) return html`<p class="quiet-text">Simulating the schools …</p>`;
    if (schools.length === 0) return nothing;
    const year = Math.min(Math.floor(this.month / 12), schools[0]!.years.length - 1);
    return html`
      <h3>${formatCount(schools.length, 'school')}</h3>
      <p class="quiet-text">
        As they stood in ${monthInWords(this.future.scenario.firstMonth, 12 * year)}: schools move once a
        year.
      </p>
      <ul>
        ${schools.map((school) => this.#school(school, year))}
      </ul>
    `;
  }

  #school(school: SchoolRecord, year: number): TemplateResult {
    const { name, type, educators } = school;
    const { quality, density } = school.years[year]!;
    const open = name === this.chosen;
    return html`<li>
      <button class="quiet" aria-expanded=${open ? 'true' : 'false'} @click=${() => this.#choose(name)}>
        <span class="name">${name}</span>
        <span class="facts"
          >${type}, ${formatCount(educators, 'educator')}; quality ${formatNumber(quality)} of 4, density
          ${formatShare(density)}</span
        >
      </button>
      ${open ? this.#open(school, year) : nothing}
    </li>`;
  }

  #open(school: SchoolRecord, year: number): TemplateResult {
    if (school.educators < 2) return html`<p class="quiet-text">One educator has nobody to talk with.</p>`;
    if (this.networks === undefined) return html`<p class="quiet-text">Drawing its educators …</p>`;
    return html`<school-network
      .school=${school}
      .networks=${this.networks}
      .year=${year}
      .firstMonth=${this.future.scenario.firstMonth}
    ></school-network>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        margin-top: var(--s2);
        font-size: var(--size-m);
      }

      ul {
        max-height: 100vh;
        margin-top: 4px;
        overflow-y: auto;
        list-style: none;
        border-top: 1px solid var(--line);
      }

      li {
        padding-bottom: 4px;
        border-bottom: 1px solid var(--line);
      }

      button.quiet {
        width: 100%;
        height: auto;
        padding: 4px;
        text-align: start;
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      .name {
        display: block;
        font-weight: 600;
      }

      .facts {
        color: var(--text-2);
        font-size: var(--size-s);
      }

      school-network {
        padding: 0 4px var(--s1);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'district-schools': DistrictSchools;
  }
}
