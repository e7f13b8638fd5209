import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Lever } from '../../engine/model/levers/index.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** How well the sources support the size of a lever's effect. */
export const grades = {
  reported: { letter: 'A', words: 'reported: the sources give the size of the effect' },
  derived: { letter: 'B', words: 'derived: worked out from figures that the sources give' },
  assumed: { letter: 'C', words: 'assumed: the sources give no size, so a wide range is assumed' },
} as const;

/** Evidence grade of a lever: a letter, its meaning in a tooltip and for screen readers. */
@customElement('grade-badge')
export class GradeBadge extends LitElement {
  @property() grade: Lever['grade'] = 'assumed';

  protected override render(): TemplateResult {
    const { letter, words } = grades[this.grade];
    return html`<span class=${this.grade} title="Evidence ${letter}, ${words}"
      ><span aria-hidden="true">${letter}</span
      ><span class="visually-hidden">Evidence ${letter}, ${words}</span></span
    >`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: inline-block;
      }

      :host > span {
        display: inline-grid;
        place-items: center;
        width: 22px;
        height: 22px;
        border: 1.5px solid var(--text-2);
        border-radius: 4px;
        font-size: 12px;
        font-weight: 700;
        line-height: 1;
        cursor: help;
      }

      .reported {
        background: var(--text-2);
        color: var(--ground);
      }

      .assumed {
        border-style: dashed;
        color: var(--text-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'grade-badge': GradeBadge;
  }
}
