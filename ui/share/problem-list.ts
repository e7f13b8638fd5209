import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { countProblems, visible, type Problem } from '../../engine/input/problem.js';
import { sharedStyles } from '../styles/shared-styles.js';

const SHOWN = 200;

/** Everything that is wrong with a file: where, what, the rule, and what to do. */
@customElement('problem-list')
export class ProblemList extends LitElement {
  @property({ attribute: false }) problems: readonly Problem[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { problems } = this;
    if (problems.length === 0) return nothing;
    const listed = problems.slice(0, SHOWN);
    const more = countProblems(problems) - listed.length;
    const lines = problems.some(({ line }) => line !== undefined);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="What is wrong with the file">
      <table>
        <thead>
          <tr>
            ${lines ? html`<th scope="col">Line</th>` : nothing}
            <th scope="col">Where</th>
            <th scope="col">Found</th>
            <th scope="col">Rule</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          ${listed.map(
            ({ line, column, path, value, rule, remedy }) =>
              html`<tr>
                ${lines ? html`<td class="number">${line ?? ''}</td>` : nothing}
                <th scope="row">${visible(column ?? path)}</th>
                <td class="value">${value === '' ? html`<em>empty</em>` : visible(value)}</td>
                <td>${visible(rule)}</td>
                <td>${visible(remedy)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${more > 0 ? html`<p>And ${more.toLocaleString('en-US')} more of the kind.</p>` : nothing}
    </div>`;
  }

  static override styles = [
    sharedStyles,
    css`
      .scroll {
        max-height: 420px;
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }

      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--size-s);
      }

      th,
      td {
        padding: 4px var(--s1);
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--panel);
      }

      tbody th {
        font-weight: 400;
      }

      .number {
        text-align: end;
      }

      .value {
        max-width: 24ch;
        font-family: ui-monospace, monospace;
        overflow-wrap: anywhere;
      }

      p {
        padding: var(--s1);
      }
    `,
  ];
}
