import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatCount } from '../words/format.js';
import { SessionElement } from '../state/session-element.js';
import './lab-batch.js';
import './lab-split.js';
import './lab-study.js';
import { pageStyles } from '../styles/page-styles.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** Long computations on the scenario of Explore: many futures, what moves the result, what better evidence could narrow. */
@customElement('lab-view')
export class LabView extends SessionElement {
  protected override render(): TemplateResult {
    const { scenario, baseline } = this.session.store.value.present;
    return html`
      <h1>Lab</h1>
      <p class="lead">
        Long computations on “${scenario.title}” against the baseline “${baseline.title}”, over
        ${formatCount(scenario.years, 'year')}, as set in <a href="#/explore">Explore</a>. They run on this
        device and go on while you look at other views.
      </p>
      <section>
        <h2>Many futures</h2>
        <lab-batch .session=${this.session}></lab-batch>
      </section>
      <section>
        <h2>What moves the result</h2>
        <lab-study .session=${this.session}></lab-study>
      </section>
      <section>
        <h2>What we do not know, and luck</h2>
        <lab-split .session=${this.session}></lab-split>
      </section>
    `;
  }

  static override styles = [
    sharedStyles,
    pageStyles,
    css`
      section {
        margin-top: var(--s3);
        padding-top: var(--s2);
        border-top: 1px solid var(--line);
      }

      @media (max-width: 759px) {
        :host {
          padding: var(--s1) var(--s2) var(--s4);
        }
      }
    `,
  ];
}
