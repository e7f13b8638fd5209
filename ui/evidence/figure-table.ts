import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatShare, outOf100 } from '../../engine/telling/format-value.js';
import type { Scorecard, ScorecardPart, ScorecardRow } from '../../engine/validation/reported/scorecard.js';
import { figures, sources, type Figure } from '../../engine/evidence/index.js';
import { readUnit } from '../../engine/model/unit.js';
import { formatParameter } from '../words/describe-parameter.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { figureGroups, roles } from './topics.js';

/** Every figure that the sources report and, once simulated, what the model gives for it. */
@customElement('figure-table')
export class FigureTable extends LitElement {
  @property({ attribute: false }) scorecard: Scorecard | undefined;
  /** Words that a figure must hold. */
  @property() search = '';
  @property({ attribute: false }) roles: ReadonlySet<Figure['role']> = new Set();

  protected override render(): TemplateResult {
    const rows = new Map(this.scorecard?.rows.map((row) => [row.id, row]));
    const shown = figures.filter((figure) => this.#matches(figure));
    const groups = [...new Set(shown.map(({ group }) => group))];
    if (shown.length === 0) return html`<p>No reported figure holds these words.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Reported figures">
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Role</th>
            <th scope="col" class="number">Reported</th>
            <th scope="col" class="number">In the model</th>
            <th scope="col">Agrees</th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        ${groups.map(
          (group) =>
            html`<tbody>
              <tr class="group">
                <th scope="rowgroup" colspan="6">${figureGroups[group] ?? group}</th>
              </tr>
              ${shown.filter((figure) => figure.group === group).map((figure) => this.#figure(figure, rows.get(figure.id)))}
            </tbody>`,
        )}
      </table>
    </div>`;
  }

  #matches({ label, group, role, where, note = '', id }: Figure): boolean {
    if (this.roles.size > 0 && !this.roles.has(role)) return false;
    const text = `${label} ${figureGroups[group] ?? group} ${where} ${note} ${id}`.toLowerCase();
    return this.search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  }

  #figure(figure: Figure, row: ScorecardRow | undefined): TemplateResult[] {
    const { label, unit, role, where, n, note, reported, compare } = figure;
    const parts = Object.entries(reported);
    const titles = figure.sources.map((id) => sources.find((one) => one.id === id)?.title ?? id).join('; ');
    return parts.map(([part, value], index) => {
      const scored = row?.parts?.find((one) => one.part === part) ?? (row?.part === part ? row : undefined);
      const first = index === 0;
      return html`<tr>
        <th scope="row">
          ${first ? label : html`<span class="visually-hidden">${label}: </span>`}
          ${parts.length > 1 ? html`${first ? html`<br />` : nothing}<small>${partWords(part)}</small>` : nothing}
          ${first ? html`<br /><small>${unit}${n === undefined ? '' : `, of ${n.toLocaleString('en-US')}`}</small>` : nothing}
          ${first && note !== undefined ? html`<br /><small class="note">${note}</small>` : nothing}
        </th>
        <td>
          ${first ? html`<span class="role ${role}" title=${roles[role].what}>${roles[role].label}</span>` : nothing}
        </td>
        <td class="number">
          ${{ interval: '', 'at-least': 'at least ', 'at-most': 'at most ' }[compare]}${asReported(value, unit)}
        </td>
        <td class="number">${scored ? simulatedText(scored, unit) : html`<span class="none">–</span>`}</td>
        <td>${scored ? verdict(scored) : nothing}</td>
        <td class="where">${first ? html`${titles}. <em>${where}</em>` : nothing}</td>
      </tr>`;
    });
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

      th,
      td {
        padding: 6px var(--s2) 6px 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }

      tbody th {
        min-width: 220px;
        max-width: 40ch;
        font-weight: 400;
      }

      .group th {
        padding-top: var(--s2);
        font-weight: 600;
      }

      .number {
        text-align: end;
        white-space: nowrap;
      }

      small {
        color: var(--text-2);
        font-size: 12.5px;
      }

      .where {
        min-width: 200px;
        color: var(--text-2);
        font-size: 12.5px;
      }

      .none {
        color: var(--text-3);
      }

      .role {
        padding: 0 8px;
        border: 1px solid var(--line-strong);
        border-radius: 10px;
        font-size: 12px;
        white-space: nowrap;
      }

      .role.predict {
        border-color: var(--accent);
        color: var(--accent-strong);
      }

      .role.context {
        border-style: dashed;
        color: var(--text-2);
      }

      .yes,
      .no {
        white-space: nowrap;
      }

      .no {
        color: var(--danger);
        font-weight: 600;
      }
    `,
  ];
}

function simulatedText({ median, q05, q95 }: ScorecardPart, unit: string): TemplateResult {
  if (Number.isNaN(median)) return html`<span class="none">no number</span>`;
  return html`<strong>${write(median, unit)}</strong><br /><small
      >[${write(q05, unit)} to ${write(q95, unit)}]</small
    >`;
}

function verdict({ inside, holds }: ScorecardPart): TemplateResult {
  const sure = holds === undefined ? '' : `, holds in ${outOf100(holds)}`;
  return inside ? html`<span class="yes">✓ yes${sure}</span>` : html`<span class="no">✗ no${sure}</span>`;
}

function write(value: number, unit: string): string {
  return readUnit(unit).kind === 'share' ? formatShare(value) : formatParameter(value);
}

/** A reported number stands as it was reported. */
function asReported(value: number, unit: string): string {
  const share = readUnit(unit).kind === 'share';
  const text = (share ? 100 * value : value).toLocaleString('en-US', { maximumSignificantDigits: 7 });
  return `${text}${share ? '%' : ''}`.replace('-', '−');
}

/** A part's key as words: "logMean" is "log mean". */
function partWords(part: string): string {
  return part.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
}
