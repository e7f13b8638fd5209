import type { LitElement } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { rulesOf } from '../../engine/model/rule-descriptions.js';
import { levers } from '../../engine/model/levers/index.js';
import { loadScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import { openSession, type Session } from '../../ui/state/session.js';
import '../../ui/explore/lever-control.js';
import '../../ui/explore/lever-sheet.js';
import type { LeverControl } from '../../ui/explore/lever-control.js';
import type { LeverSheet } from '../../ui/explore/lever-sheet.js';
import { roundComparison } from './ui-comparison.js';

const session = (): Session =>
  openSession({
    scenarioNames,
    populations: [],
    titleOf: (name) => name,
    loadScenario,
    toYaml: scenarioToYaml,
    labels: new Map(),
    compare: () => Promise.resolve(roundComparison()),
  });

async function show<T extends LitElement>(element: T): Promise<T> {
  document.body.append(element);
  await element.updateComplete;
  return element;
}

afterEach(() => document.body.replaceChildren());

describe.each(levers.map((lever) => [lever.id, lever] as const))('the control of %s', (id, lever) => {
  const control = async (on: Session): Promise<LeverControl> => {
    const element = document.createElement('lever-control');
    Object.assign(element, { session: on, leverId: id });
    return show(element);
  };
  const field = lever.fields[0]!;

  test("has its file's range, step and label on slider and number", async () => {
    const root = (await control(session())).shadowRoot!;
    const slider = root.querySelector('lever-slider')!;
    await slider.updateComplete;
    const inner = slider.shadowRoot!.querySelector('wa-slider')!;
    expect([inner.min, inner.max, inner.step]).toEqual([field.min, field.max, field.step]);
    const input = root.querySelector('input')!;
    expect([input.min, input.max]).toEqual([String(field.min), String(field.max)]);
    for (const label of [inner.label, input.getAttribute('aria-label')]) {
      expect(label).toContain(lever.label);
      expect(label).toContain(field.unit.words);
    }
    expect(root.querySelector('grade-badge')!.grade).toBe(lever.grade);
  });

  test('a typed number outside the range is held at its end', async () => {
    const on = session();
    const input = (await control(on)).shadowRoot!.querySelector('input')!;
    const value = (): number | undefined => on.store.value.present.scenario.levers[id].values[field.id];
    for (const [typed, held] of [
      [String(field.max + 1000), field.max],
      ['-5', field.min],
    ] as const) {
      input.value = typed;
      input.dispatchEvent(new Event('change'));
      expect(value()).toBe(held);
      expect(input.value).toBe(String(held));
    }
    const before = value();
    input.value = '';
    input.dispatchEvent(new Event('change'));
    expect(value()).toBe(before);
  });

  test('beyond what was studied it says so', async () => {
    const on = session();
    const element = await control(on);
    on.store.dispatch({ type: 'setLever', lever: id, field: field.id, value: field.max });
    await element.updateComplete;
    const words = element.shadowRoot!.querySelector('.unit')!.textContent.replace(/\s+/g, ' ');
    expect(words).toContain('not studied above');
  });

  test('its sheet has a control for every other field, its steps and its parameters', async () => {
    const element: LeverSheet = document.createElement('lever-sheet');
    Object.assign(element, { session: session(), leverId: id });
    await show(element);
    await expect.poll(() => element.shadowRoot!.querySelectorAll('dt').length).toBeGreaterThan(0);
    const root = element.shadowRoot!;
    expect(root.querySelectorAll('.field')).toHaveLength(lever.fields.length - 1);
    expect(root.querySelectorAll('dt')).toHaveLength(rulesOf(lever).length + lever.parameters.length);
    expect(root.textContent).toContain(lever.what);
  });
});
