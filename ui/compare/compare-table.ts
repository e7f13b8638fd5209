import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  formatBand,
  formatDifference,
  formatDifferenceBand,
  outOf100,
} from '../../engine/telling/format-value.js';
import {
  headlineGains,
  mainOutcomes,
  outcomes,
  outcomesInOrder,
  pricedGains,
} from '../../engine/model/outcomes/index.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { differenceWords, type Unit } from '../../engine/model/unit.js';
import type { Range } from '../../engine/telling/format-value.js';
import { bandOf } from '../../engine/telling/horizon.js';
import { priceNote } from '../../engine/telling/prices.js';
import '../charts/export-menu.js';
import type { Table } from '../charts/chart.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { cellOf, originOf, overspending, priceCell, type Cell } from './cells.js';
import type { Column, ComparePlan } from './compare-plan.js';
import { palette } from './palette.js';
import type { WorldValues } from '../engine/world-values.js';

export class BudgetEvent extends Event {
  constructor(readonly budget: number) {
    super('accord-budget', { bubbles: true, composed: true });
  }
}

/** Headline outcomes of several scenarios at the horizon, each with its paired difference to the baseline. */
@customElement('compare-table')
export class CompareTable extends LitElement {
  @property({ attribute: false }) values: WorldValues | undefined;
  @property({ attribute: false }) plan: ComparePlan | undefined;
  @property() baselineTitle = '';
  /** In dollars, over the whole horizon. */
  @property({ type: Number }) budget = 0;
  @property({ type: Boolean }) all = false;

  protected override render(): TemplateResult | typeof nothing {
    const { values, plan } = this;
    if (values === undefined || plan === undefined) return nothing;
    const shown = this.all ? outcomesInOrder : mainOutcomes;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Outcomes side by side">
      <table>
        <caption>
          The middle of ${values.futures.toLocaleString('en-US')} simulated futures, and in brackets 90 of 100
          of them. Differences are taken future by future, under the same luck.
        </caption>
        <thead>
          <tr>
            <th scope="col">At the horizon, in the model</th>
            <th scope="col">
              <span class="mark baseline" aria-hidden="true"></span>Baseline<br /><small
                >${this.baselineTitle}</small
              >
            </th>
            ${plan.columns.map(
              ({ title, fitted }, index) =>
                html`<th scope="col">
                  <svg class="mark" viewBox="0 0 28 8" aria-hidden="true">
                    <line
                      x1="0"
                      x2="28"
                      y1="4"
                      y2="4"
                      stroke=${palette[index]!.colour}
                      stroke-dasharray=${palette[index]!.dash}
                    />
                  </svg>
                  ${index + 1}. ${title}
                  ${fitted.map((note) => html`<br /><small class="fitted">${note}</small>`)}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map((outcome) => this.#outcomeRow(values, plan, outcome))}
        </tbody>
        <tbody>
          ${this.#groupRow(`What a gain costs: ${priceNote}`, plan)}
          ${pricedGains.map((outcome) => this.#priceRow(values, plan, outcome))}
          ${this.#budgetRow(values, plan)}
        </tbody>
        <tbody>
          ${this.#groupRow('Where the difference comes from, on average', plan)}
          ${headlineGains.map((outcome) => this.#originRow(values, plan, outcome))}
        </tbody>
      </table>
    </div>`;
  }

  #outcomeRow(values: WorldValues, plan: ComparePlan, outcome: Outcome): TemplateResult {
    const { id, label, unit, what } = outcome;
    const base = bandOf(values.horizon(plan.baseline, id));
    return html`<tr>
      <th scope="row" title=${what}>${label}${unitLine(outcome)}</th>
      <td>${this.#range(base, unit)}</td>
      ${plan.columns.map((column) => {
        const cell = cellOf(values, column, id);
        return html`<td>
          ${this.#range(cell.value, unit)}<br /><span class="difference">${difference(cell, unit)}</span
          >${this.#better(cell, outcome)}
        </td>`;
      })}
    </tr>`;
  }

  #range(range: Range, unit: Unit): TemplateResult {
    return banded(formatBand(range, unit));
  }

  #better({ better, tied }: Cell, { unit }: Outcome): unknown {
    if (better === null || tied === 1) return nothing;
    return html`<br /><small>${unit.kind === 'money' ? 'cheaper' : 'better'} in ${outOf100(better)}</small>`;
  }

  #groupRow(title: string, { columns }: ComparePlan): TemplateResult {
    return html`<tr class="group">
      <th scope="rowgroup" colspan=${columns.length + 2}>${title}</th>
    </tr>`;
  }

  #priceRow(values: WorldValues, { columns }: ComparePlan, { id, price }: Outcome): TemplateResult {
    return html`<tr>
      <th scope="row">Dollars for ${price!.more}</th>
      <td class="none">–</td>
      ${columns.map((column) => html`<td>${banded(priceCell(values, column, id))}</td>`)}
    </tr>`;
  }

  #budgetRow(values: WorldValues, plan: ComparePlan): TemplateResult {
    const { budget } = this;
    return html`<tr>
      <th scope="row">
        <label for="budget">Chance of costing more than</label>
        <span class="budget"
          >$<input
            id="budget"
            type="number"
            min="0"
            step="1"
            .value=${String(budget / 1e6)}
            @change=${(event: Event) => {
              const entered = Number((event.target as HTMLInputElement).value);
              if (entered >= 0) this.dispatchEvent(new BudgetEvent(entered * 1e6));
            }}
          />
          million in all</span
        >
      </th>
      <td class="none">–</td>
      ${plan.columns.map((column) => html`<td><strong>${outOf100(overspending(values, column, budget))}</strong> futures</td>`)}
    </tr>`;
  }

  #originRow(values: WorldValues, plan: ComparePlan, { id, label, unit }: Outcome): TemplateResult {
    return html`<tr>
      <th scope="row">${label}<br /><small>${differenceWords(unit)}</small></th>
      <td class="none">–</td>
      ${plan.columns.map((column) => html`<td>${this.#origin(values, column, id, unit)}</td>`)}
    </tr>`;
  }

  #origin(values: WorldValues, column: Column, id: string, unit: Unit): TemplateResult {
    const { policy, assumptions } = originOf(values, column, id);
    const changed = column.plain !== column.baseline;
    return html`changed by policy <strong>${formatDifference(policy, unit)}</strong><br />
      ${
        changed
          ? html`changed by assumptions <strong>${formatDifference(assumptions, unit)}</strong>`
          : html`<small>no assumption was changed</small>`
      }`;
  }

  /** The table as text, for the CSV. */
  text(): Table {
    const { values, plan } = this;
    if (values === undefined || plan === undefined) return { caption: '', columns: [], rows: [] };
    const names = ['low', 'middle', 'high'] as const;
    const rangeColumns = (title: string): string[] => names.map((name) => `${title}: ${name}`);
    return {
      caption: 'Outcomes at the horizon',
      columns: [
        'outcome',
        'unit',
        ...rangeColumns('baseline'),
        ...plan.columns.flatMap(({ title }) => [
          ...rangeColumns(title),
          ...rangeColumns(`${title}, difference`),
          `${title}: share of futures better`,
        ]),
      ],
      rows: outcomes.map(({ id, unit }) => [
        id,
        unit.words,
        ...numbers(bandOf(values.horizon(plan.baseline, id))),
        ...plan.columns.flatMap((column) => {
          const { value, difference: gap, better } = cellOf(values, column, id);
          return [...numbers(value), ...numbers(gap), better === null ? '' : String(better)];
        }),
      ]),
    };
  }

  static override styles = [
    sharedStyles,
    css`
      .scroll {
        overflow-x: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--size-m);
        line-height: 1.35;
      }

      caption {
        padding-bottom: var(--s1);
        color: var(--text-2);
        font-size: var(--size-s);
        text-align: start;
      }

      th,
      td {
        padding: 6px var(--s2) 6px 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }

      thead th {
        min-width: 168px;
        border-bottom: 1px solid var(--line-strong);
        vertical-align: bottom;
      }

      th:first-child {
        position: sticky;
        inset-inline-start: 0;
        min-width: 176px;
        background: var(--ground);
        font-weight: 600;
      }

      small,
      .range {
        color: var(--text-2);
        font-size: 12.5px;
        font-weight: 400;
      }

      .difference {
        color: var(--scenario-text);
        font-weight: 600;
      }

      .fitted {
        color: var(--warning);
      }

      .mark {
        display: block;
        width: 28px;
        height: 8px;
        stroke-width: 3;
      }

      .mark.baseline {
        height: 3px;
        margin-bottom: 4px;
        background: var(--baseline);
      }

      .group th {
        padding-top: var(--s3);
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .none {
        color: var(--text-3);
      }

      .budget {
        display: flex;
        align-items: center;
        gap: 4px;
        font-weight: 400;
      }

      #budget {
        width: 88px;
      }

      @media (max-width: 759px) {
        th:first-child {
          min-width: 128px;
          max-width: 128px;
        }

        thead th {
          min-width: 120px;
        }
      }
    `,
  ];
}

function difference({ difference: gap, tied }: Cell, unit: Unit): string {
  if (tied === 1) return 'as the baseline';
  return formatDifferenceBand(gap, unit);
}

/** The unit under a label, where the label does not say it; of shares also that of the differences. */
function unitLine({ label, unit }: Outcome): unknown {
  if (label.toLowerCase().includes(unit.words) || unit.kind === 'money') return nothing;
  const spelt = unit.kind === 'score' ? ' of the Academic Performance Index (API)' : '';
  const gap = unit.kind === 'share' ? '; differences in percentage points' : '';
  return html`<br /><small>${unit.words}${spelt}${gap}</small>`;
}

/** A band with its middle in the foreground; a word where there is none. */
function banded(text: string): TemplateResult {
  const at = text.indexOf(' [');
  if (at < 0) return html`<strong>${text}</strong>`;
  return html`<strong>${text.slice(0, at)}</strong> <span class="range">${text.slice(at + 1)}</span>`;
}

function numbers({ low, middle, high }: Range): string[] {
  return [low, middle, high].map(String);
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-table': CompareTable;
  }
}
