import type { Session } from '../state/session.js';
import { openSaved } from '../share/keep-scenario.js';
import { savedScenarios } from '../device/saved-scenarios.js';
import type { Candidate } from './compare-plan.js';

export interface Choice {
  readonly key: string;
  readonly title: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Scenarios that can be put side by side: the present one, those of this device, those of the project. */
export function candidatesOf({ engine, store }: Session): readonly ChoiceGroup[] {
  const { title } = store.value.present.scenario;
  const saved = savedScenarios.value.map((one) => ({ key: `saved:${one.name}`, title: one.title }));
  const bundled = engine.scenarioNames.map((name) => ({
    key: `bundled:${name}`,
    title: engine.titleOf(name),
  }));
  return [
    { label: 'On this page', choices: [{ key: 'present', title: `${title} (as it stands)` }] },
    ...(saved.length > 0 ? [{ label: 'Saved on this device', choices: saved }] : []),
    { label: 'From the project', choices: bundled },
  ];
}

/** A chosen scenario; undefined where it was deleted or can no longer be read. */
export function openCandidate(key: string, { engine, store }: Session): Candidate | undefined {
  const { scenario } = store.value.present;
  if (key === 'present') return { key, title: scenario.title, scenario };
  const name = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('bundled:')) {
    return { key, title: engine.titleOf(name), scenario: engine.loadScenario(name) };
  }
  const saved = savedScenarios.value.find((one) => one.name === name);
  try {
    return saved && { key, title: saved.title, scenario: openSaved(saved) };
  } catch {
    return undefined;
  }
}
