import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { makesPopulation, type Parameter } from '../../engine/evidence/parameter.js';
import { ruleDescriptions } from '../../engine/model/rule-descriptions.js';
import { describeRange, formatParameter, rangeOfParameter } from '../words/describe-parameter.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { drawDistribution } from './distribution-drawing.js';
import { statuses } from './topics.js';

/** Asks to hold a parameter at a value, or with no value to let it vary again. */
export class HoldEvent extends Event {
  constructor(
    readonly id: string,
    readonly value: number | undefined,
  ) {
    super('accord-hold', { bubbles: true, composed: true });
  }
}

/** One parameter: its value and status in a line; opened, its distribution, where it comes from, and its edit. */
@customElement('parameter-row')
export class ParameterRow extends LitElement {
  @property({ attribute: false }) parameter!: Parameter;
  /** The value at which it is held, if it is. */
  @property({ type: Number }) held: number | undefined;
  @state() private open = false;
  @state() private message = '';

  #hold(event: Event): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('#value')!;
    const { id, support, unit } = this.parameter;
    const [low, high] = support;
    const value = input.value.trim() === '' ? NaN : Number(input.value);
    if (!(value >= low && value <= high)) {
      this.message = `It must be a number from ${formatLimit(low)} to ${formatLimit(high)}${unit === '' ? '' : ` (${unit})`}.`;
      return;
    }
    this.message = '';
    this.dispatchEvent(new HoldEvent(id, value));
  }

  #release(): void {
    this.message = '';
    this.dispatchEvent(new HoldEvent(this.parameter.id, undefined));
  }

  protected override render(): TemplateResult {
    const { parameter, held } = this;
    const { label, unit, status, distribution } = parameter;
    const [low, middle, high] = rangeOfParameter(parameter).map(formatParameter);
    return html`<details @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
      <summary>
        <span class="label"
          >${label}${
            held === undefined ? nothing : html` <span class="badge">held at ${formatParameter(held)}</span>`
          }</span
        >
        <span class="number ${held === undefined ? '' : 'replaced'}"
          >${
            distribution.kind === 'constant'
              ? html`<strong>${middle}</strong>`
              : html`<strong>${middle}</strong> <span class="range">[${low} to ${high}]</span>`
          }<small>${unit}</small></span
        >
        <svg class="spark" viewBox="0 0 112 30" aria-hidden="true">
          ${drawDistribution(parameter, { width: 112, height: 30, axis: false, held })}
        </svg>
        <span class="status ${status}" title=${statuses[status]}>${status}</span>
      </summary>
      ${this.open ? this.#details() : nothing}
    </details>`;
  }

  #details(): TemplateResult {
    const { parameter, held } = this;
    const { id, source, population, method, note, status, posterior, distribution } = parameter;
    const readers = ruleDescriptions.filter(({ reads }) => reads.includes(id));
    return html`<div class="body">
      <div>
        <svg
          class="drawing"
          viewBox="0 0 360 124"
          role="img"
          aria-label="${parameter.label}: ${describeRange(parameter)}${held === undefined ? '' : `; held at ${held}`}"
        >
          ${drawDistribution(parameter, { width: 360, height: 124, axis: true, held })}
        </svg>
        <p class="quiet-text">
          ${
            distribution.kind === 'constant'
              ? 'One value in every simulated future.'
              : posterior
                ? 'Hill: what was believed before the fit. Bar: what the reported figures left of it (half and 90 of 100 futures).'
                : 'Hill: how believable each value is. Numbers: the middle, and the ends of 90 of 100 futures.'
          }
        </p>
        ${makesPopulation(parameter) ? html`<p>How these districts were made up. A scenario cannot change it: choose or import other districts.</p>` : this.#form()}
      </div>
      <dl>
        <dt>Status</dt>
        <dd>${status}: ${statuses[status]}.</dd>
        <dt>Source</dt>
        <dd>${source.title}${source.where === '-' ? '' : html`. <em>${source.where}</em>`}</dd>
        <dt>Speaks about</dt>
        <dd>${population}</dd>
        <dt>How it was made</dt>
        <dd>${method}</dd>
        ${
          note === ''
            ? nothing
            : html`<dt>Note</dt>
                <dd>${note}</dd>`
        }
        <dt>Read by</dt>
        <dd>
          ${
            readers.length === 0
              ? 'no step of the month: it describes the start, or a measurement of the model'
              : readers.map(({ title }) => title).join('; ')
          }
        </dd>
        ${
          makesPopulation(parameter)
            ? nothing
            : html`<dt>Name in files</dt>
                <dd><code>assumptions.${id}</code></dd>`
        }
      </dl>
    </div>`;
  }

  #form(): TemplateResult {
    const { parameter, held } = this;
    const { support, unit, distribution } = parameter;
    const [low, high] = support;
    return html`<form novalidate @submit=${this.#hold}>
        <label for="value">Hold it at one value in every future</label>
        <span class="line">
          <input
            id="value"
            type="number"
            step="any"
            min=${low}
            max=${high}
            .value=${String(held ?? middleOf(parameter))}
          />
          <span class="unit">${unit}</span>
          <button>Hold</button>
          <button type="button" ?disabled=${held === undefined} @click=${() => this.#release()}>
            ${distribution.kind === 'constant' ? 'Back to the source' : 'Let it vary'}
          </button>
        </span>
        <small
          >Between ${formatLimit(low)} and ${formatLimit(high)}. It then holds in the scenario and in the
          baseline.</small
        >
      </form>
      <p role="status">${this.message}</p>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        border-bottom: 1px solid var(--line);
        font-size: var(--size-m);
      }

      summary {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 264px) 112px 88px;
        align-items: center;
        gap: var(--s2);
        min-height: 44px;
        padding: 4px 0;
        line-height: 1.3;
        list-style: none;
        cursor: pointer;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary:hover {
        background: var(--panel);
      }

      .label::before {
        content: '›';
        display: inline-block;
        width: 16px;
        color: var(--text-3);
        transition: transform var(--motion);
      }

      details[open] .label::before {
        transform: rotate(90deg) translateX(2px);
      }

      .range,
      small,
      .unit {
        color: var(--text-2);
        font-size: 12.5px;
      }

      .number small {
        display: block;
      }

      .replaced strong,
      .replaced .range {
        color: var(--text-3);
        text-decoration: line-through;
      }

      .badge {
        display: inline-block;
        padding: 0 6px;
        border-radius: 10px;
        background: var(--warning-wash);
        color: var(--warning);
        font-size: 12px;
        font-weight: 600;
      }

      .status {
        justify-self: start;
        padding: 0 8px;
        border: 1px solid var(--line-strong);
        border-radius: 10px;
        color: var(--text-2);
        font-size: 12px;
      }

      .status.reported {
        border-color: var(--text-2);
        background: var(--text-2);
        color: var(--ground);
      }

      .status.calibrated {
        border-color: var(--accent);
        color: var(--accent-strong);
      }

      .status.assumed {
        border-style: dashed;
      }

      .spark {
        width: 112px;
        height: 30px;
      }

      .drawing {
        display: block;
        width: 100%;
        max-width: 420px;
        background: var(--panel);
        border-radius: var(--radius);
      }

      .prior {
        fill: var(--line-strong);
        fill-opacity: 0.35;
        stroke: var(--line-strong);
      }

      .constant {
        stroke: var(--text-2);
        stroke-width: 2;
      }

      .held {
        stroke: var(--warning);
        stroke-width: 2.5;
      }

      .wide {
        stroke: var(--scenario);
        stroke-width: 1.5;
      }

      .narrow {
        stroke: var(--scenario);
        stroke-width: 5;
      }

      .middle {
        fill: var(--ground);
        stroke: var(--scenario);
        stroke-width: 1.5;
      }

      .drawing text {
        fill: var(--text-2);
        font-size: 12px;
      }

      .body {
        display: grid;
        grid-template-columns: minmax(0, 420px) minmax(0, 1fr);
        gap: var(--s2) var(--s4);
        padding: var(--s1) 0 var(--s3) 16px;
      }

      form {
        display: grid;
        gap: 4px;
        margin-top: var(--s1);
      }

      form label {
        font-weight: 600;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1);
      }

      #value {
        width: 128px;
      }

      [role='status'] {
        color: var(--danger);
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        align-content: start;
        gap: 4px var(--s2);
        max-width: 80ch;
        overflow-wrap: anywhere;
      }

      dt {
        color: var(--text-2);
      }

      @media (max-width: 759px) {
        summary {
          grid-template-columns: minmax(0, 1fr) auto;
          gap: 2px var(--s1);
          padding-block: 8px;
        }

        .spark {
          grid-row: 2;
          grid-column: 2;
          width: 88px;
        }

        .number {
          grid-row: 2;
          padding-inline-start: 16px;
        }

        .body {
          grid-template-columns: minmax(0, 1fr);
          padding-inline-start: 0;
        }

        dl {
          grid-template-columns: minmax(0, 1fr);
        }

        dd + dt {
          margin-top: 4px;
        }
      }
    `,
  ];
}

function middleOf(parameter: Parameter): number {
  return Number(rangeOfParameter(parameter)[1].toPrecision(4));
}

/** A limit as one types it: in full, however small. */
function formatLimit(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}

declare global {
  interface HTMLElementTagNameMap {
    'parameter-row': ParameterRow;
  }
}
