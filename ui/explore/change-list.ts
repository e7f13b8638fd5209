import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { levers } from '../../engine/model/levers/index.js';
import { listChanges, type Change } from '../state/changes.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';

const headings = {
  policy: 'Policy',
  assumption: 'Assumptions',
  setting: 'Setting',
} as const;

/** What was changed since the scenario was opened or saved, policy and assumptions kept apart, each with a way back. */
@customElement('change-list')
export class ChangeList extends SessionElement {
  protected override render(): TemplateResult {
    const { store } = this.session;
    const { saved } = store.value;
    const changes = listChanges(
      saved.scenario,
      shownSetup(store.value).scenario,
      levers,
      this.session.engine.labels,
    );
    return html`
      <div class="head">
        <h2>What you changed</h2>
        <span class="actions" role="group" aria-label="Reset to">
          <span aria-hidden="true">Reset to</span>
          <button
            ?disabled=${changes.length === 0}
            title="As the scenario was opened or last kept"
            @click=${() => store.dispatch({ type: 'resetToSaved' })}
          >
            Saved
          </button>
          <button
            title="Give the scenario the baseline’s levers"
            @click=${() => store.dispatch({ type: 'resetToBaseline' })}
          >
            Baseline
          </button>
        </span>
      </div>
      ${
        changes.length === 0
          ? html`<p class="quiet-text">
              Nothing yet. This is “${saved.scenario.title}” as it was opened: move a lever.
            </p>`
          : (['policy', 'assumption', 'setting'] as const).map((kind) => this.#group(kind, changes))
      }
    `;
  }

  #group(kind: Change['kind'], all: readonly Change[]): unknown {
    const changes = all.filter((change) => change.kind === kind);
    if (changes.length === 0) return '';
    return html`<h3>${headings[kind]}</h3>
      <ul>
        ${changes.map(
          ({ label, from, to, revert }) =>
            html`<li>
              <span><strong>${label}</strong>: ${from} → ${to}</span>
              <button
                class="quiet icon"
                title="Put back"
                aria-label="Put back ${label}"
                @click=${() => this.session.store.dispatch(revert)}
              >
                ${glyph('undo')}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-m);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s1);
        min-height: 40px;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        color: var(--text-2);
        margin-inline-start: auto;
      }

      h3 {
        margin-top: var(--s1);
        color: var(--text-2);
        font-size: 12px;
      }

      ul {
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s1);
        min-height: 32px;
        border-bottom: 1px solid var(--line);
        line-height: 1.3;
      }
    `,
  ];
}
