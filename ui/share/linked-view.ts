import type { ChartMode, View } from '../state/state.js';

/** What a link says of the view, each part kept only where it makes sense: a link is text that anyone can write. */
export function readView(view: unknown, known: View): Partial<View> {
  if (typeof view !== 'object' || view === null) return {};
  const { month, charts, modes, replicate } = view as Record<string, unknown>;
  return {
    ...(whole(month) && { month }),
    ...(whole(replicate) && { replicate }),
    charts: pair(charts, (one): one is string => typeof one === 'string') ?? known.charts,
    modes: pair(modes, (one): one is ChartMode => one === 'values' || one === 'difference') ?? known.modes,
  };
}

function whole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function pair<T>(value: unknown, is: (one: unknown) => one is T): readonly [T, T] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [a, b] = value as readonly unknown[];
  return is(a) && is(b) ? [a, b] : undefined;
}
