import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber, formatShare } from '../../engine/telling/format-value.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import { educatorRole } from '../../engine/model/instruments/educator-network.js';
import { topics } from '../../engine/model/instruments/partnership-study.js';
import '../charts/data-table.js';
import type { Table } from '../charts/chart.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { educatorCircle, type EducatorCircle } from './educator-circle.js';
import type { SchoolRecord, SchoolYear } from '../engine/trace-schools.js';

const SIDE = 320;
const RIM = 22;

const frequencyWords = {
  daily: 'every day',
  weekly: 'every week',
  monthly: 'every month',
  notAtAll: 'less than once a month',
} as const;
const formalityWords = {
  formal: 'mostly in formal meetings',
  informal: 'mostly informally',
  both: 'formally and informally',
} as const;

/** Who communicates with whom in one school at the end of a year, with its density and the four topics. */
@customElement('school-network')
export class SchoolNetwork extends LitElement {
  @property({ attribute: false }) school!: SchoolRecord;
  /** A byte a pair, one array a year. */
  @property({ attribute: false }) networks!: readonly Uint8Array[];
  @property({ type: Number }) year = 0;
  @property() firstMonth = '';
  @state() private showTable = false;

  protected override render(): TemplateResult {
    const { school, networks, year } = this;
    const { educators } = school;
    const now = school.years[year]!;
    const possible = (educators * (educators - 1)) / 2;
    const circle = educatorCircle(educators, networks[year]!, SIDE, RIM);
    const toggle = this.showTable ? 'Show the network' : 'Show the network as a table';
    const when = monthInWords(this.firstMonth, 12 * year);
    const words = `${now.ties} of ${possible} pairs of educators communicate`;
    return html`
      <div class="head">
        <h4>Who talks with whom, ${when}</h4>
        <button
          class="quiet icon"
          aria-pressed=${this.showTable ? 'true' : 'false'}
          aria-label=${toggle}
          title=${toggle}
          @click=${() => (this.showTable = !this.showTable)}
        >
          ${glyph(this.showTable ? 'chart' : 'table')}
        </button>
      </div>
      <p>
        ${words}: a density of <strong>${formatShare(now.density)}</strong>, as the survey of educators would
        see it. Partnership quality ${formatNumber(now.quality)} on a scale from 1 to 4.
      </p>
      ${
        this.showTable
          ? html`<data-table .table=${tableOf(circle, when)}></data-table>`
          : this.#drawing(circle, `${words}; density ${formatShare(now.density)}`)
      }
      ${this.#offices(now, educators)} ${this.#topics(now)}
    `;
  }

  #drawing({ places, ties, officeTies }: EducatorCircle, label: string): TemplateResult {
    const radius = Math.max(2, Math.min(6, 200 / places.length));
    return html`<svg class="network" viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label=${label}>
      <path class="tie" d=${ties} />
      <path class="tie office" d=${officeTies} />
      ${places.map(({ x, y }, educator) => {
        if (educator === 0) {
          return svg`<rect class="office" x=${x - 7} y=${y - 7} width="14" height="14" />
            <text x=${x} y=${y - 10} text-anchor="middle">principal</text>`;
        }
        if (educator === 1) {
          return svg`<path class="office" d="M${x},${y - 9}l8,15h-16z" />
            <text x=${Math.min(x + 11, SIDE - 92)} y=${y - 8}>representative</text>`;
        }
        return svg`<circle cx=${x} cy=${y} r=${radius} />`;
      })}
    </svg>`;
  }

  #offices({ frequency, formality }: SchoolYear, educators: number): unknown {
    if (educators < 2) return nothing;
    return html`<p>
      The principal (square) and the union representative (triangle) talk ${frequencyWords[frequency]},
      ${formalityWords[formality]}.
    </p>`;
  }

  #topics(now: SchoolYear): TemplateResult {
    return html`<table>
      <caption>
        Density by topic, share of possible pairs
      </caption>
      <tbody>
        ${topics.map(
          (topic, index) =>
            html`<tr>
              <th scope="row">${topic}</th>
              <td>${formatShare(now.topics[index]!)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  static override styles = [
    sharedStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }

      h4 {
        font-size: var(--size-m);
      }

      p {
        margin-block: 4px;
      }

      .network {
        display: block;
        width: 100%;
        max-width: 420px;
        font-size: 11px;
      }

      .tie {
        fill: none;
        stroke: var(--text-3);
        stroke-width: 0.6;
        stroke-opacity: 0.5;
      }

      .tie.office {
        stroke: var(--accent);
        stroke-width: 1.1;
        stroke-opacity: 0.9;
      }

      circle {
        fill: var(--text-2);
      }

      rect.office,
      path.office:not(.tie) {
        fill: var(--accent);
        stroke: var(--ground);
      }

      text {
        fill: var(--text);
        font-weight: 600;
      }

      data-table {
        max-height: 320px;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      caption {
        color: var(--text-2);
        font-size: var(--size-s);
        text-align: start;
      }

      th,
      td {
        padding: 2px 0;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: start;
      }

      td {
        font-weight: 600;
        text-align: end;
      }
    `,
  ];
}

function tableOf({ degrees }: EducatorCircle, when: string): Table {
  const others = degrees.length - 1;
  return {
    caption: `Educators and how many of the ${others} others each communicates with, ${when}`,
    columns: ['Educator', 'Office', 'Communicates with'],
    rows: Array.from(degrees, (degree, educator) => {
      const role = educatorRole(educator);
      return [String(educator + 1), role === 'educator' ? '–' : role, String(degree)];
    }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'school-network': SchoolNetwork;
  }
}
