import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { contextFields } from '../../engine/scenario/context-fields.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { contextValue } from '../state/setup.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** In every view: that the numbers rest on assumptions of the user's own, and how many. */
@customElement('edited-badge')
export class EditedBadge extends SessionElement {
  protected override render(): TemplateResult | typeof nothing {
    const count = editedAssumptions(shownSetup(this.session.store.value).scenario);
    if (count === 0) return nothing;
    const words = `${count} ${count === 1 ? 'assumption' : 'assumptions'} edited`;
    return html`<a
      href="#/evidence"
      title="Parameters held at one value, and surroundings that differ from none"
      >${words}</a
    >`;
  }

  static override styles = [
    sharedStyles,
    css`
      a {
        display: inline-block;
        padding: 2px 10px;
        border-radius: 12px;
        background: var(--warning-wash);
        color: var(--warning);
        font-size: var(--size-s);
        font-weight: 600;
        text-decoration: none;
        white-space: nowrap;
      }

      a:hover {
        text-decoration: underline;
      }
    `,
  ];
}

/** Parameters held at one value, and fields of the surroundings in which something happens. */
export function editedAssumptions({
  assumptions,
  context,
}: Pick<Scenario, 'assumptions' | 'context'>): number {
  const surroundings = contextFields.filter(({ path, neutral }) => contextValue(context, path) !== neutral);
  return Object.keys(assumptions).length + surroundings.length;
}
