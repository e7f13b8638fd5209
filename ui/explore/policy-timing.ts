import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import { levers, type LeverId } from '../../engine/model/levers/index.js';
import type { Timing } from '../../engine/model/lever.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { sharedStyles } from '../styles/shared-styles.js';

const ramps = [0, 12, 24, 36, 60];

/** Start and ramp of all levers at once, or of one in its sheet. */
@customElement('policy-timing')
export class PolicyTiming extends SessionElement {
  /** The levers it sets; all of them where it is left out. */
  @property({ attribute: false }) leverIds: readonly LeverId[] = levers.map(({ id }) => id);

  protected override render(): TemplateResult {
    const { scenario } = shownSetup(this.session.store.value);
    const settings = this.leverIds.map((id) => scenario.levers[id]);
    const years = Array.from({ length: scenario.years }, (_, year) => 12 * year);
    const start = common(settings.map(({ startMonth }) => startMonth));
    const ramp = common(settings.map(({ rampMonths }) => rampMonths));
    const one = this.leverIds.length === 1;
    return html`
      <label for="start">${one ? 'Starts' : 'All levers start'}</label>
      ${this.#select(
        'start',
        start,
        merged(
          years,
          settings.map(({ startMonth }) => startMonth),
        ),
        'startMonth',
        (month) => monthInWords(scenario.firstMonth, month),
      )}
      <label for="ramp">${one ? 'full strength' : 'and reach full strength'}</label>
      ${this.#select(
        'ramp',
        ramp,
        merged(
          ramps,
          settings.map(({ rampMonths }) => rampMonths),
        ),
        'rampMonths',
        rampText,
      )}
    `;
  }

  #select(
    id: string,
    chosen: number | undefined,
    values: readonly number[],
    part: keyof Timing,
    text: (value: number) => string,
  ): TemplateResult {
    return html`<select
      id=${id}
      .value=${chosen === undefined ? '' : String(chosen)}
      @change=${(event: Event) => this.#set(part, Number((event.target as HTMLSelectElement).value))}
    >
      ${chosen === undefined ? html`<option value="" selected disabled>at different times</option>` : ''}
      ${values.map(
        (value) => html`<option value=${value} ?selected=${value === chosen}>${text(value)}</option>`,
      )}
    </select>`;
  }

  #set(part: keyof Timing, value: number): void {
    this.session.store.dispatch({ type: 'setTiming', levers: this.leverIds, timing: { [part]: value } });
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s1);
        min-height: 40px;
        font-size: var(--size-m);
        color: var(--text-2);
      }
    `,
  ];
}

function rampText(months: number): string {
  if (months === 0) return 'at once';
  return months % 12 === 0
    ? `after ${months / 12} ${months === 12 ? 'year' : 'years'}`
    : `after ${months} months`;
}

/** The value that all share, if they do. */
function common(values: readonly number[]): number | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** The usual choices and whatever is set now, in order. */
function merged(usual: readonly number[], set: readonly number[]): readonly number[] {
  return [...new Set([...usual, ...set])].sort((a, b) => a - b);
}
