import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { mainOutcomes, outcomes, pricedGains } from '../../engine/model/outcomes/index.js';
import { runKey } from '../state/run-scheduler.js';
import { replicatesFor } from '../state/session.js';
import { SessionElement } from '../state/session-element.js';
import { sharedPool } from '../engine/shared-pool.js';
import { Task } from '../state/task.js';
import { Watch } from '../state/watch.js';
import type { Figure } from '../charts/figure-panel.js';
import '../charts/figure-panel.js';
import { candidatesOf, openCandidate } from './candidates.js';
import { planComparison, type ComparePlan } from './compare-plan.js';
import type { BudgetEvent } from './compare-table.js';
import './compare-table.js';
import { costAgainstGain } from './cost-against-gain.js';
import './lever-contributions.js';
import { mostScenarios } from './palette.js';
import { smallMultiples } from './small-multiples.js';
import { runWorlds, type WorldValues } from '../engine/world-values.js';
import '../parts/task-progress.js';
import { openPopulation } from '../engine/open-population.js';
import { savedScenarios } from '../device/saved-scenarios.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';

interface Compared {
  readonly plan: ComparePlan;
  readonly values: WorldValues;
}

/** Outcomes that can be looked at over time. */
const series = mainOutcomes.map(({ id }) => id);

/** Up to four scenarios side by side against one baseline: outcomes, costs, and what each lever adds. */
@customElement('compare-view')
export class CompareView extends SessionElement {
  readonly #task = new Task<Compared>();
  #asked = '';
  #figures: { of: Compared; outcome: Outcome; gain: Outcome; multiples: Figure; costs: Figure } | undefined;

  @state() private chosen: readonly string[] = ['present', 'bundled:six-levers'];
  @state() private outcome = mainOutcomes[0]!;
  @state() private gain = pricedGains[0]!;
  @state() private budget = 25e6;
  @state() private all = false;

  constructor() {
    super();
    new Watch(this, () => [savedScenarios, this.#task]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#task.value.status === 'running') this.#task.cancel();
    this.#asked = '';
  }

  /** Runs what is asked now, unless that is what is there. */
  protected override willUpdate(_changed: PropertyValues): void {
    const { present } = this.session.store.value;
    const key = `${runKey(present)} ${this.chosen.join(' ')}`;
    if (key === this.#asked) return;
    this.#asked = key;
    void this.#run();
  }

  async #run(): Promise<void> {
    const { present } = this.session.store.value;
    const candidates = this.chosen.flatMap((choice) => openCandidate(choice, this.session) ?? []);
    const plan = planComparison(present, candidates);
    const { population: name } = present.scenario;
    const replicates = Math.max(
      25,
      25 * Math.floor((2 * replicatesFor(this.session.engine, present)) / plan.worlds.length / 25),
    );
    await this.#task.start(async (hooks) => {
      const spec = {
        population: await openPopulation(name, present.scenario.firstMonth),
        worlds: plan.worlds,
        seed: present.seed,
        replicates: Math.min(1000, replicates),
        series,
      };
      const values = await runWorlds(spec, sharedPool(), {
        ...hooks,
        onPartial: (partial) => hooks.onPartial({ plan, values: partial }),
      });
      return { plan, values };
    });
  }

  #drawings(compared: Compared): { multiples: Figure; costs: Figure } {
    const { outcome, gain } = this;
    const known = this.#figures;
    if (known?.of === compared && known.outcome === outcome && known.gain === gain) return known;
    const { plan, values } = compared;
    const { scenario } = this.session.store.value.present;
    const months = 12 * scenario.years + 1;
    this.#figures = {
      of: compared,
      outcome,
      gain,
      multiples: smallMultiples(values, plan, outcome, scenario.firstMonth, months),
      costs: costAgainstGain(values, plan, gain),
    };
    return this.#figures;
  }

  protected override render(): TemplateResult {
    const { present } = this.session.store.value;
    const { result } = this.#task.value;
    return html`
      <h1>Scenarios side by side</h1>
      <p class="lead">
        All on the same districts and under the same luck, against the baseline “${present.baseline.title}”.
        Choose up to four; what Explore saves is found here.
      </p>
      ${this.#picker()}
      <task-progress .task=${this.#task}></task-progress>
      ${result === undefined ? html`<p class="empty">The first futures are being simulated …</p>` : this.#body(result)}
    `;
  }

  #body(compared: Compared): TemplateResult {
    const { plan, values } = compared;
    const { present } = this.session.store.value;
    const { multiples, costs } = this.#drawings(compared);
    return html`
      <compare-table
        .values=${values}
        .plan=${plan}
        .baselineTitle=${present.baseline.title}
        .budget=${this.budget}
        ?all=${this.all}
        @accord-budget=${(event: BudgetEvent) => (this.budget = event.budget)}
      ></compare-table>
      <p class="line">
        <button aria-pressed=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>
          ${this.all ? 'Headline outcomes only' : `All ${outcomes.length} outcomes`}
        </button>
        <export-menu
          .name=${'compare'}
          .table=${() => this.renderRoot.querySelector('compare-table')!.text()}
        ></export-menu>
      </p>
      <section>
        <h2>Over time</h2>
        ${this.#select('series', 'Outcome', mainOutcomes, this.outcome, (one) => (this.outcome = one))}
        <figure-panel .figure=${multiples}></figure-panel>
      </section>
      <section>
        <h2>Cost and gain</h2>
        ${this.#select('gain', 'Gain', pricedGains, this.gain, (one) => (this.gain = one))}
        <figure-panel .figure=${costs}></figure-panel>
      </section>
      <section>
        <h2>What each lever adds</h2>
        <lever-contributions .session=${this.session} .columns=${plan.columns}></lever-contributions>
      </section>
    `;
  }

  #select(
    id: string,
    label: string,
    of: readonly Outcome[],
    chosen: Outcome,
    choose: (one: Outcome) => void,
  ): TemplateResult {
    return html`<p class="line">
      <label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => choose(of[(event.target as HTMLSelectElement).selectedIndex]!)}
      >
        ${of.map((one) => html`<option value=${one.id} ?selected=${one === chosen}>${one.label}</option>`)}
      </select>
    </p>`;
  }

  #picker(): TemplateResult {
    const groups = candidatesOf(this.session);
    const set = (place: number, choice: string): void => {
      this.chosen = this.chosen.with(place, choice);
    };
    return html`<div class="picker" role="group" aria-label="Scenarios to compare">
      ${this.chosen.map(
        (choice, place) =>
          html`<span class="slot">
            <label for="slot-${place}">${place + 1}</label>
            <select
              id="slot-${place}"
              aria-label="Scenario ${place + 1}"
              .value=${choice}
              @change=${(event: Event) => set(place, (event.target as HTMLSelectElement).value)}
            >
              ${groups.map(
                ({ label, choices }) =>
                  html`<optgroup label=${label}>
                    ${choices.map(
                      ({ key, title }) =>
                        html`<option
                          value=${key}
                          ?selected=${key === choice}
                          ?disabled=${key !== choice && this.chosen.includes(key)}
                        >
                          ${title}
                        </option>`,
                    )}
                  </optgroup>`,
              )}
            </select>
            ${
              this.chosen.length > 1
                ? html`<button
                    class="quiet icon"
                    aria-label="Leave out scenario ${place + 1}"
                    title="Leave out"
                    @click=${() => (this.chosen = this.chosen.toSpliced(place, 1))}
                  >
                    ${glyph('close')}
                  </button>`
                : nothing
            }
          </span>`,
      )}
      ${
        this.chosen.length < mostScenarios
          ? html`<button
              @click=${() => {
                const free = groups
                  .flatMap(({ choices }) => choices)
                  .find(({ key }) => !this.chosen.includes(key));
                if (free) this.chosen = [...this.chosen, free.key];
              }}
            >
              Add a scenario
            </button>`
          : nothing
      }
    </div>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        max-width: 1440px;
        margin-inline: auto;
        padding: var(--s2) var(--s3) var(--s6);
      }

      h1 {
        font-size: var(--size-l);
      }

      h2 {
        font-size: 1.125rem;
      }

      section {
        margin-top: var(--s4);
        padding-top: var(--s2);
        border-top: 1px solid var(--line);
      }

      .lead {
        max-width: 96ch;
        margin-block: 4px var(--s1);
        color: var(--text-2);
        font-size: var(--size-m);
      }

      .picker,
      .line,
      .slot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1);
        font-size: var(--size-m);
      }

      .picker {
        gap: var(--s1) var(--s2);
      }

      .slot {
        flex-wrap: nowrap;
        gap: 4px;
        min-width: 0;
      }

      .slot select {
        max-width: 264px;
        text-overflow: ellipsis;
      }

      .line {
        margin-block: var(--s1);
      }

      .line label,
      .slot label {
        color: var(--text-2);
      }

      task-progress {
        min-height: 40px;
        margin-top: var(--s1);
      }

      .empty {
        min-height: 480px;
        color: var(--text-2);
      }

      @media (max-width: 759px) {
        :host {
          padding: var(--s1) var(--s2) var(--s4);
        }
      }
    `,
  ];
}
