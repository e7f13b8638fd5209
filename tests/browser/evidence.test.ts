import { afterEach, describe, expect, test } from 'vitest';
import { parameters, type Parameter } from '../../engine/evidence/index.js';
import { neutralContext } from '../../engine/scenario/context-fields.js';
import { loadScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import { openSession, type Session } from '../../ui/state/session.js';
import { editedAssumptions } from '../../ui/shell/edited-badge.js';
import { densityOf } from '../../ui/evidence/distribution-drawing.js';
import { figureGroups, roles, statuses, topics } from '../../ui/evidence/topics.js';
import '../../ui/evidence/evidence-view.js';
import type { EvidenceView } from '../../ui/evidence/evidence-view.js';
import { figures } from '../../engine/evidence/index.js';
import { roundComparison } from './ui-comparison.js';

const openPage = async (): Promise<{ view: EvidenceView; session: Session; root: ShadowRoot }> => {
  const session = openSession({
    scenarioNames,
    populations: [],
    titleOf: (name) => name,
    loadScenario,
    toYaml: scenarioToYaml,
    labels: new Map(),
    compare: () => Promise.resolve(roundComparison()),
  });
  const view = document.createElement('evidence-view') as EvidenceView;
  view.session = session;
  document.body.append(view);
  await view.updateComplete;
  return { view, session, root: view.shadowRoot! };
};

const rowOf = (root: ShadowRoot, id: string) =>
  [...root.querySelectorAll('parameter-row')].find(({ parameter }) => parameter.id === id)!;

afterEach(() => document.body.replaceChildren());

describe('the list', () => {
  test('shows every parameter once, under a title of its topic', async () => {
    const { root } = await openPage();
    const shown = [...root.querySelectorAll('parameter-row')].map(({ parameter }) => parameter.id);
    expect(shown.toSorted()).toEqual(parameters.map(({ id }) => id));
  });

  test('narrows to the words searched for and the status chosen', async () => {
    const { view, root } = await openPage();
    const search = root.querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = 'persistence API';
    search.dispatchEvent(new Event('input'));
    await view.updateComplete;
    const found = [...root.querySelectorAll('parameter-row')].map(({ parameter }) => parameter.id);
    expect(found).toContain('apiPersistence');
    expect(found.length).toBeLessThan(20);
    search.value = '';
    search.dispatchEvent(new Event('input'));
    [...root.querySelectorAll<HTMLButtonElement>('.chip')]
      .find(({ textContent }) => textContent.includes('reported'))!
      .click();
    await view.updateComplete;
    const statusesShown = new Set(
      [...root.querySelectorAll('parameter-row')].map(({ parameter }) => parameter.status),
    );
    expect(statusesShown).toEqual(new Set(['reported']));
  });

  test('has words for every topic, status, group and role there is', () => {
    for (const { topic, status } of parameters)
      expect([topics[topic], statuses[status]]).not.toContain(undefined);
    for (const { group, role } of figures)
      expect([figureGroups[group], roles[role]]).not.toContain(undefined);
  });
});

describe('an edit', () => {
  const open = async (root: ShadowRoot, id: string) => {
    const row = rowOf(root, id);
    row.shadowRoot!.querySelector('details')!.open = true;
    await expect.poll(() => row.shadowRoot!.querySelector('#value')).not.toBeNull();
    const input = row.shadowRoot!.querySelector<HTMLInputElement>('#value')!;
    const submit = async (value: string): Promise<void> => {
      input.value = value;
      row.shadowRoot!.querySelector('form')!.requestSubmit();
      await row.updateComplete;
    };
    return { row, submit };
  };

  test('holds the parameter in both worlds, is badged, and is taken back', async () => {
    const { view, root, session } = await openPage();
    const { row, submit } = await open(root, 'apiPersistence');
    await submit('0.5');
    const { scenario, baseline } = session.store.value.present;
    expect([scenario.assumptions, baseline.assumptions]).toEqual([
      { apiPersistence: 0.5 },
      { apiPersistence: 0.5 },
    ]);
    await view.updateComplete;
    await row.updateComplete;
    expect(row.shadowRoot!.querySelector('summary')!.textContent).toContain('held at 0.5');
    expect(editedAssumptions(scenario)).toBe(1);
    [...row.shadowRoot!.querySelectorAll('button')].find(({ type }) => type === 'button')!.click();
    expect(session.store.value.present.scenario.assumptions).toEqual({});
  });

  test('outside the limits is refused in words', async () => {
    const { root, session } = await openPage();
    const { row, submit } = await open(root, 'apiPersistence');
    for (const wrong of ['7', '-1', '']) {
      await submit(wrong);
      expect(row.shadowRoot!.querySelector('[role=status]')!.textContent).toContain('from 0 to 0.85');
    }
    expect(session.store.value.present.scenario.assumptions).toEqual({});
  });
});

test('surroundings in which something happens count as edited', () => {
  const context = { ...neutralContext, turnover: 2, mandatePressure: 0.5 };
  expect(editedAssumptions({ assumptions: { apiPersistence: 0.1 }, context })).toBe(3);
  expect(editedAssumptions({ assumptions: {}, context: neutralContext })).toBe(0);
});

describe('a drawn distribution', () => {
  const varying = parameters.filter(({ distribution }) => distribution.kind !== 'constant');

  test.each(varying.map((parameter) => [parameter.id, parameter] as [string, Parameter]))(
    'of %s is finite and lies within its limits',
    (_, parameter) => {
      const { points, low, high } = densityOf(parameter)!;
      const [least, most] = parameter.support;
      expect(low).toBeGreaterThanOrEqual(least);
      expect(high).toBeLessThanOrEqual(most);
      for (const { x, height } of points) {
        expect(Number.isFinite(x)).toBe(true);
        expect(height).toBeGreaterThanOrEqual(0);
        expect(height).toBeLessThanOrEqual(1);
      }
    },
  );
});
