import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { SessionElement } from '../state/session-element.js';
import './chart-panel.js';
import './change-list.js';
import './context-controls.js';
import './headline-sentence.js';
import './lever-board.js';
import type { SheetEvent } from './lever-control.js';
import { Narrow } from '../parts/narrow.js';
import './reproduce-panel.js';
import './run-progress.js';
import '../parts/time-cursor.js';
import type { LeverId } from '../../engine/model/levers/index.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** The first view: the answer in a sentence, two charts, the levers and what was changed. */
@customElement('explore-view')
export class ExploreView extends SessionElement {
  readonly #narrow = new Narrow(this);
  @state() private sheet: LeverId | undefined;

  #toggle(event: SheetEvent): void {
    this.sheet = this.sheet === event.lever ? undefined : event.lever;
  }

  protected override render(): TemplateResult {
    const { session, sheet } = this;
    const narrow = this.#narrow.matches;
    const beside = sheet !== undefined && !narrow;
    return html`
      <headline-sentence .session=${session}></headline-sentence>
      <div class="charts">
        <chart-panel .session=${session} .place=${0}></chart-panel>
        ${narrow ? nothing : html`<chart-panel .session=${session} .place=${1}></chart-panel>`}
      </div>
      <time-cursor .session=${session}></time-cursor>
      <div class="board" @accord-sheet=${this.#toggle}>
        <lever-board .session=${session} .sheet=${sheet} ?inline=${narrow}></lever-board>
        <div class="side">
          ${
            beside
              ? html`<lever-sheet .session=${session} .leverId=${sheet}></lever-sheet>`
              : html`<div class="scroll">
                  <change-list .session=${session}></change-list>
                  <context-controls .session=${session}></context-controls>
                </div>`
          }
          <run-progress .session=${session}></run-progress>
          <reproduce-panel .session=${session}></reproduce-panel>
        </div>
      </div>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        max-width: 1680px;
        margin-inline: auto;
        padding: 12px var(--s3) var(--s1);
      }

      .charts {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s4);
        height: clamp(300px, 100vh - 542px, 640px);
        margin-top: var(--s1);
      }

      time-cursor {
        border-top: 1px solid var(--line);
      }

      .board {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(300px, 420px);
        gap: var(--s4);
        border-top: 1px solid var(--line);
      }

      .side {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-inline-start: 1px solid var(--line);
        padding-inline-start: var(--s3);
      }

      .scroll,
      .side lever-sheet {
        flex: 1;
        max-height: 268px;
        overflow-y: auto;
      }

      .side lever-sheet {
        max-height: 560px;
      }

      @media (max-width: 1119px) {
        .board {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--s2);
        }

        .side {
          border: 0;
          border-top: 1px solid var(--line);
          padding: var(--s1) 0 0;
        }

        .scroll,
        .side lever-sheet {
          max-height: none;
        }
      }

      @media (max-width: 759px) {
        :host {
          padding: 0 var(--s2) var(--s2);
        }

        /* Its heading then sticks to the page's top for as long as this view lasts. */
        headline-sentence {
          display: contents;
        }

        .charts {
          grid-template-columns: minmax(0, 1fr);
          height: 380px;
        }
      }
    `,
  ];
}
