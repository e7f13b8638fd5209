import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatShare } from '../../engine/telling/format-value.js';
import { shortMonth } from '../../engine/telling/horizon.js';
import type { ImportWarning, PopulationDescription } from '../../engine/population/index.js';
import { formatCount } from '../words/format.js';
import { sharedStyles } from '../styles/shared-styles.js';
import type { DistrictLine } from '../engine/first-districts.js';

const LINES = 8;

/** What was read from a file: totals, what was decided on the way, and the first districts. */
@customElement('import-preview')
export class ImportPreview extends LitElement {
  @property() source = '';
  @property({ attribute: false }) first: readonly DistrictLine[] = [];
  @property({ attribute: false }) description!: PopulationDescription;
  @property({ attribute: false }) warnings: readonly ImportWarning[] = [];
  /** "YYYY-MM" from which contracts count. */
  @property() firstMonth = '';

  protected override render(): TemplateResult {
    const { districts, schools, students, educators, lowIncome, contractsKnown, schoolsWithScore, states } =
      this.description;
    const count = (value: number): string => Math.round(value).toLocaleString('en-US');
    const figures: readonly (readonly [string, string])[] = [
      ['districts', count(districts)],
      ['schools', count(schools)],
      ['students', count(students)],
      ['educators', count(educators)],
      ['of students from low-income households', formatShare(lowIncome)],
      [states === 1 ? 'state' : 'states', count(states)],
      ['districts with a known contract expiry', count(contractsKnown)],
      ['schools with a known score', count(schoolsWithScore)],
    ];
    return html`
      <dl>
        ${figures.map(
          ([label, value]) =>
            html`<div>
              <dd>${value}</dd>
              <dt>${label}</dt>
            </div>`,
        )}
      </dl>
      <p class="source">${this.source}</p>
      ${this.#warnings()} ${this.#table()}
    `;
  }

  #warnings(): unknown {
    if (this.warnings.length === 0) return html`<p>Nothing had to be assumed or left out.</p>`;
    return html`<h3>What was decided while reading</h3>
      <ul>
        ${this.warnings.map(
          ({ text, lines }) =>
            html`<li>
              ${text}${
                lines.length === 0
                  ? nothing
                  : html` <small
                      >(${lines.length === 1 ? 'line' : `${lines.length.toLocaleString('en-US')} rows, lines`}
                      ${lines.slice(0, LINES).join(', ')}${lines.length > LINES ? ' …' : ''})</small
                    >`
              }
            </li>`,
        )}
      </ul>`;
  }

  #table(): TemplateResult {
    const number = (value: number): string => Math.round(value).toLocaleString('en-US');
    const contract = (months: number): string =>
      months < 0 || this.firstMonth === '' ? 'unknown' : shortMonth(this.firstMonth, months);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The first districts">
      <table>
        <caption>
          The first ${this.first.length} of ${formatCount(this.description.districts, 'district')}, as read
        </caption>
        <thead>
          <tr>
            <th scope="col">District</th>
            <th scope="col">State, region</th>
            <th scope="col" class="number">Students</th>
            <th scope="col" class="number">Low income</th>
            <th scope="col" class="number">Schools</th>
            <th scope="col" class="number">Educators</th>
            <th scope="col">Contract expires</th>
          </tr>
        </thead>
        <tbody>
          ${this.first.map(
            ({ name, place, students, lowIncome, schools, educators, contractMonths }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${place}</td>
                <td class="number">${number(students)}</td>
                <td class="number">${formatShare(lowIncome)}</td>
                <td class="number">${number(schools)}</td>
                <td class="number">${number(educators)}</td>
                <td>${contract(contractMonths)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-m);
      }

      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
        gap: var(--s1) var(--s2);
      }

      dl div {
        display: flex;
        flex-direction: column;
      }

      dd {
        font-size: var(--size-l);
        font-weight: 650;
      }

      dt,
      small,
      .source,
      caption {
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .source {
        margin-block: var(--s1);
        overflow-wrap: anywhere;
      }

      h3 {
        margin-top: var(--s2);
        font-size: var(--size-m);
      }

      ul {
        padding-inline-start: 20px;
      }

      .scroll {
        margin-top: var(--s2);
        overflow-x: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      caption {
        padding-bottom: 4px;
        text-align: start;
      }

      th,
      td {
        padding: 4px var(--s2) 4px 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        white-space: nowrap;
      }

      tbody th {
        font-weight: 600;
      }

      .number {
        text-align: end;
      }
    `,
  ];
}
