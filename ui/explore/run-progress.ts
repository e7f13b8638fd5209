import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { poolNotice } from '../engine/pool-notice.js';
import { SessionElement } from '../state/session-element.js';
import { Watch } from '../state/watch.js';
import { progressStyles } from '../styles/progress-styles.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** How far the computing is: futures done, seconds, cancel, and errors with a way on. */
@customElement('run-progress')
export class RunProgress extends SessionElement {
  constructor() {
    super();
    new Watch(this, () => [poolNotice]);
  }

  protected override render(): TemplateResult {
    const { run } = this.session;
    const { status, done, target, failure } = run.value;
    const share = target === 0 ? 0 : done / target;
    return html`
      <div class="line">
        <span class="track"><span style=${styleMap({ width: `${100 * share}%` })}></span></span>
        <span class="words">${this.#words()}</span>
        ${
          status === 'running'
            ? html`<button @click=${() => run.cancel()}>Cancel</button>`
            : status === 'cancelled'
              ? html`<button @click=${() => run.retry()}>Run again</button>`
              : nothing
        }
      </div>
      ${
        status === 'failed'
          ? html`<p role="alert">
              The simulation stopped: ${failure}
              <button @click=${() => run.retry()}>Try again</button>
            </p>`
          : nothing
      }
      ${
        poolNotice.value === ''
          ? nothing
          : html`<p role="status">
              ${poolNotice.value} <button @click=${() => poolNotice.say('')}>Close</button>
            </p>`
      }
    `;
  }

  #words(): TemplateResult {
    const { status, done, target, seconds } = this.session.run.value;
    const futures = html`<span title="A future is one replicate: one draw of all assumptions and all luck"
      >${done.toLocaleString('en-US')} of ${target.toLocaleString('en-US')} simulated futures</span
    >`;
    const time = `${seconds.toFixed(1)} s`;
    switch (status) {
      case 'idle':
        return html`Getting ready`;
      case 'running':
        return html`${futures}, ${time}`;
      case 'done':
        return html`${futures}, ${time}`;
      case 'cancelled':
        return html`Cancelled after ${futures}`;
      case 'failed':
        return html`Stopped after ${futures}`;
    }
  }

  static override styles = [
    sharedStyles,
    progressStyles,
    css`
      .track {
        width: 64px;
      }

      .words {
        flex: 1;
      }
    `,
  ];
}
