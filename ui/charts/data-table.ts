import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.js';
import type { Table } from './chart.js';

/** A chart's numbers as a table that scrolls inside its own box. */
@customElement('data-table')
export class DataTable extends LitElement {
  @property({ attribute: false }) table: Table | undefined;

  protected override render(): TemplateResult | typeof nothing {
    if (this.table === undefined) return nothing;
    const { caption, columns, rows } = this.table;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${caption}">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([head, ...cells]) =>
              html`<tr>
                <th scope="row">${head}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
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
        display: flex;
      }

      .scroll {
        flex: 1;
        overflow: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--size-s);
      }

      caption {
        padding-block: 4px;
        color: var(--text-2);
        text-align: start;
      }

      th,
      td {
        padding: 2px var(--s1);
        border-bottom: 1px solid var(--line);
        text-align: end;
        white-space: nowrap;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--ground);
        font-weight: 600;
        white-space: normal;
        vertical-align: bottom;
      }

      th:first-child {
        min-width: 14ch;
        max-width: 48ch;
        text-align: start;
        font-weight: 600;
        white-space: normal;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'data-table': DataTable;
  }
}
