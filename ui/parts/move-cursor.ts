import type { Store } from '../state/store.js';

/** Moves the shared time cursor by keys as a slider does: a month, a year with Page or Shift, the ends. */
export function moveCursor(event: KeyboardEvent, store: Store): void {
  const { month } = store.value.view;
  const last = 12 * store.value.present.scenario.years;
  const step = event.shiftKey ? 12 : 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: month + step,
    ArrowUp: month + step,
    ArrowLeft: month - step,
    ArrowDown: month - step,
    PageUp: month + 12,
    PageDown: month - 12,
    Home: 0,
    End: last,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  store.dispatch({ type: 'setView', view: { month: target, playing: false } });
}
