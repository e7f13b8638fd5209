import { html, type TemplateResult } from 'lit';

/** A labelled choice of one of a few values. */
export function choice<T extends string | number>(
  id: string,
  label: string,
  options: readonly (readonly [value: T, text: string])[],
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`<span class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      @change=${(event: Event) => choose(options[(event.target as HTMLSelectElement).selectedIndex]![0])}
    >
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </span>`;
}

/** A labelled whole number; what breaks its limits is refused and said by the browser. */
export function count(
  id: string,
  label: string,
  [min, max, step]: readonly [min: number, max: number, step: number],
  value: number,
  set: (value: number) => void,
): TemplateResult {
  return html`<span class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="number"
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        if (input.reportValidity() && input.value !== '') set(Number(input.value));
        else input.value = String(value);
      }}
    />
  </span>`;
}

/** Numbers of workers that this device can offer. */
export const workerChoices: readonly (readonly [number, string])[] = Array.from(
  { length: navigator.hardwareConcurrency },
  (_, index) => [index + 1, String(index + 1)],
);
