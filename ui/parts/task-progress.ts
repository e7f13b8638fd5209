import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber } from '../../engine/telling/format-value.js';
import type { Task } from '../state/task.js';
import { Watch } from '../state/watch.js';
import { progressStyles } from '../styles/progress-styles.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** How far a long computation is, its pace, the time left, pause, cancel, and a failure with a way on. */
@customElement('task-progress')
export class TaskProgress extends LitElement {
  @property({ attribute: false }) task!: Task<unknown>;
  /** What is counted: "simulated futures". */
  @property() noun = 'simulated futures';
  /** The work can go on from where it was paused. */
  @property({ type: Boolean }) pausable = false;

  constructor() {
    super();
    new Watch(this, () => [this.task]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status, done, total, failure } = this.task.value;
    if (status === 'idle') return nothing;
    const share = total === 0 ? 0 : done / total;
    return html`
      <div class="line">
        <span
          class="track"
          role="progressbar"
          aria-label="Progress"
          aria-valuemin="0"
          aria-valuemax="100"
          aria-valuenow=${Math.round(100 * share)}
          ><span style=${styleMap({ width: `${100 * share}%` })}></span
        ></span>
        <span class="words">${this.#words()}</span>
        ${
          this.pausable && status === 'running'
            ? html`<button @click=${() => this.task.pause()}>Pause</button>`
            : nothing
        }
        ${status === 'paused' ? html`<button @click=${() => this.task.resume()}>Resume</button>` : nothing}
        ${
          status === 'running' || status === 'paused'
            ? html`<button @click=${() => this.task.cancel()}>Cancel</button>`
            : status === 'cancelled'
              ? html`<button @click=${() => this.task.retry()}>Run again</button>`
              : nothing
        }
      </div>
      ${
        status === 'failed'
          ? html`<p role="alert">
              It stopped: ${failure}
              <button @click=${() => this.task.retry()}>Try again</button>
            </p>`
          : nothing
      }
    `;
  }

  #words(): string {
    const { status, done, total, seconds } = this.task.value;
    const count = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${this.noun}`;
    switch (status) {
      case 'running':
        return total === 0 ? 'Starting …' : `${count}${paceText(done, total, seconds)}`;
      case 'paused':
        return total === 0 ? 'Paused before the first' : `Paused after ${count}`;
      case 'cancelled':
        return `Cancelled after ${count}`;
      case 'failed':
        return `Stopped after ${count}`;
      case 'idle':
      case 'done':
        return `${total.toLocaleString('en-US')} ${this.noun} in ${timeText(seconds)}`;
    }
  }

  static override styles = [
    sharedStyles,
    progressStyles,
    css`
      .line {
        flex-wrap: wrap;
      }

      .track {
        width: 96px;
      }
    `,
  ];
}

/** The pace so far and the time left at it; nothing before there is a pace. */
function paceText(done: number, total: number, seconds: number): string {
  if (done === 0 || seconds < 1) return '';
  const pace = done / seconds;
  return `, ${formatNumber(pace)} a second, about ${timeText((total - done) / pace)} left`;
}

export function timeText(seconds: number): string {
  if (seconds < 90) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
