import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatShare } from '../../engine/telling/format-value.js';
import { monthInWords, shortMonth } from '../../engine/telling/horizon.js';
import type { Trace } from '../../engine/trace.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { practiceOfCode } from './draw-districts.js';
import { eventWords } from './event-words.js';
import type { Roster } from '../engine/roster.js';

/** One district of one simulated future: what it is, how it stands, and what happened there, in words. */
@customElement('district-story')
export class DistrictStory extends LitElement {
  @property({ attribute: false }) roster!: Roster;
  @property({ attribute: false }) trace!: Trace;
  @property({ type: Number }) district = 0;
  @property({ type: Number }) month = 0;
  @property() firstMonth = '';

  protected override render(): TemplateResult {
    const { roster, trace, district, month } = this;
    const practice = practiceOfCode[trace.practice[month * trace.districts + district]!]!;
    const events = trace.events.filter((event) => event.district === district && event.month <= month);
    const schools = roster.schools[district]!;
    return html`
      <div class="head">
        <h2>${roster.names[district]}</h2>
        <button
          class="quiet icon"
          aria-label="Close the story"
          @click=${() => this.dispatchEvent(new Event('accord-close'))}
        >
          ${glyph('close')}
        </button>
      </div>
      <p>
        ${Math.round(roster.students[district]!).toLocaleString('en-US')} students,
        ${formatShare(roster.lowIncome[district]!)} from low-income households;
        ${Math.round(roster.educators[district]!).toLocaleString('en-US')} educators in ${schools}
        ${schools === 1 ? 'school' : 'schools'}.
        ${roster.synthetic ? html`<em>A synthetic district, not a real one.</em>` : nothing}
      </p>
      <p>
        ${monthInWords(this.firstMonth, month)}:
        <strong
          ><span class=${practice.id} aria-hidden="true">${practice.mark}</span> ${practice.label}</strong
        >
      </p>
      ${
        events.length === 0
          ? html`<p class="quiet-text">Nothing has happened here yet in this simulated future.</p>`
          : html`<ol>
              ${events.map(
                (event) =>
                  html`<li>
                    <time>${shortMonth(this.firstMonth, event.month)}</time> ${eventWords[event.kind]}
                  </li>`,
              )}
            </ol>`
      }
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-m);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }

      p {
        margin-bottom: var(--s1);
      }

      .adversarial {
        color: var(--adversarial);
      }

      .ibbTrained {
        color: var(--ibb-trained);
      }

      .collaborative {
        color: var(--collaborative);
      }

      ol {
        list-style: none;
        border-top: 1px solid var(--line);
      }

      li {
        display: grid;
        grid-template-columns: 72px 1fr;
        padding-block: 4px;
        border-bottom: 1px solid var(--line);
        line-height: 1.35;
      }

      time {
        color: var(--text-2);
      }
    `,
  ];
}
