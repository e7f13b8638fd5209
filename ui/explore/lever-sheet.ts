import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Parameter } from '../../engine/evidence/index.js';
import type { LeverField } from '../../engine/model/lever.js';
import { leverOf, type Lever, type LeverId } from '../../engine/model/levers/index.js';
import type * as EvidenceText from '../words/evidence-text.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { formatLeverValue } from '../words/format.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { grades } from '../parts/grade-badge.js';
import { SheetEvent } from './lever-control.js';
import './lever-slider.js';
import type { ValueEvent } from './lever-slider.js';
import './policy-timing.js';
import { setLever, slideLever } from './set-lever.js';
import { unitOf } from './unit-of.js';

type Evidence = typeof EvidenceText;

/** Everything about one lever: what it is, its other settings, what it does in the model, and on what evidence. */
@customElement('lever-sheet')
export class LeverSheet extends SessionElement {
  @property({ attribute: false }) leverId!: LeverId;
  @state() private evidence: Evidence | undefined;

  get #lever(): Lever {
    return leverOf(this.leverId);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What reads the evidence or simulates waits until someone wants to see it.
    void Promise.all([
      import('../words/evidence-text.js'),
      import('./cost-assumptions.js'),
      import('./dose-response.js'),
    ]).then(([evidence]) => (this.evidence = evidence));
  }

  protected override render(): TemplateResult {
    const lever = this.#lever;
    return html`
      <section aria-labelledby="title">
        <div class="head">
          <h3 id="title">${lever.label}</h3>
          <button
            class="quiet icon"
            aria-label="Close: ${lever.label}"
            @click=${() => this.dispatchEvent(new SheetEvent(lever.id))}
          >
            ${glyph('close')}
          </button>
        </div>
        <p>${lever.what}</p>
        <p class="quiet-text">
          The state partnership’s first two years (1×):
          ${lever.fields.map((field) => `${field.choices ? `${field.label.toLowerCase()}: ` : ''}${formatLeverValue(field.mep, field)}`).join('; ')}.
        </p>
        ${this.evidence && html`<dose-response .session=${this.session} .leverId=${lever.id}></dose-response>`}
        <h4>Settings</h4>
        ${lever.fields.slice(1).map((field) => this.#field(field))}
        <policy-timing .session=${this.session} .leverIds=${[lever.id]}></policy-timing>
        ${this.#costs(lever)} ${this.#rules(lever)} ${this.#parameters(lever)}
      </section>
    `;
  }

  #field(field: LeverField): TemplateResult {
    const { scenario } = shownSetup(this.session.store.value);
    const value = scenario.levers[this.leverId].values[field.id] ?? 0;
    const name = `${this.leverId}-${field.id}`;
    if (field.choices) {
      return html`<div class="field">
        <label for=${name}>${field.label}</label>
        <select
          id=${name}
          @change=${(event: Event) =>
            setLever(this.session, this.leverId, field.id, Number((event.target as HTMLSelectElement).value))}
        >
          ${field.choices.map(
            (choice, index) => html`<option value=${index} ?selected=${index === value}>${choice}</option>`,
          )}
        </select>
      </div>`;
    }
    return html`<div class="field">
      <span>${field.label}<br /><small>${unitOf(field)}</small></span>
      <lever-slider
        .field=${field}
        .label="${field.label}, ${field.unit.words}"
        .value=${value}
        @accord-value=${(event: ValueEvent) => slideLever(this.session, this.leverId, field.id, event.value)}
        @accord-gesture-end=${() => this.session.store.dispatch({ type: 'endGesture' })}
      ></lever-slider>
      <output>${value.toLocaleString('en-US')}</output>
    </div>`;
  }

  #costs(lever: Lever): unknown {
    if (this.evidence === undefined) return nothing;
    return html`<h4>What it costs</h4>
      <cost-assumptions .session=${this.session} .costs=${this.evidence.costsOf(lever)}></cost-assumptions>`;
  }

  #rules(lever: Lever): unknown {
    const rules = this.evidence?.rulesOf(lever) ?? [];
    if (rules.length === 0) return nothing;
    return html`<h4>In the model</h4>
      <p class="quiet-text">These steps of the simulated month read it, or a number that it acts through.</p>
      <dl>
        ${rules.map(
          ({ title, what }) =>
            html`<dt>${title}</dt>
              <dd>${what}</dd>`,
        )}
      </dl>`;
  }

  #parameters(lever: Lever): unknown {
    if (this.evidence === undefined) return html`<p class="quiet-text">Loading the evidence …</p>`;
    const { letter, words } = grades[lever.grade];
    return html`<h4>Evidence</h4>
      <p class="quiet-text">Grade ${letter}, ${words}.</p>
      <dl>${this.evidence.parametersOf(lever).map((parameter) => this.#parameter(parameter))}</dl>`;
  }

  #parameter(parameter: Parameter): TemplateResult {
    const { id, label, status, source } = parameter;
    const held = shownSetup(this.session.store.value).scenario.assumptions[id];
    const where = source.where === '' || source.where === '-' ? '' : `, ${source.where}`;
    return html`<dt>
        ${label} <span class="status ${status}">${status}</span>
        ${held === undefined ? nothing : html`<span class="held">held at ${held}</span>`}
      </dt>
      <dd>
        ${this.evidence!.describeRange(parameter)}.
        <span class="quiet-text">Source: ${source.title}${where}.</span>
      </dd>`;
  }

  static override styles = [
    sharedStyles,
    css`
      section {
        font-size: var(--size-m);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s1);
        min-height: 40px;
      }

      h4 {
        margin-top: var(--s2);
        font-size: var(--size-m);
      }

      p {
        margin-top: 4px;
      }

      .field {
        display: grid;
        grid-template-columns: minmax(96px, 160px) 1fr 72px;
        align-items: center;
        gap: 0 12px;
        min-height: 40px;
        line-height: 1.25;
      }

      .field small {
        color: var(--text-3);
        font-size: 12px;
      }

      .field select {
        grid-column: 2 / -1;
      }

      output {
        text-align: end;
      }

      dt {
        margin-top: var(--s1);
        font-weight: 600;
      }

      .status {
        padding: 0 6px;
        border: 1px solid var(--line-strong);
        border-radius: 10px;
        color: var(--text-2);
        font-size: 12px;
        font-weight: 400;
      }

      .status.assumed {
        border-style: dashed;
      }

      .held {
        padding: 0 6px;
        border-radius: 10px;
        background: var(--warning-wash);
        color: var(--warning);
        font-size: 12px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'lever-sheet': LeverSheet;
  }
}
