import type { Outcome } from '../../engine/model/outcome.js';
import { withNote } from '../../engine/model/unit.js';
import { bandChart } from './band-chart.js';
import type { Chart } from './chart.js';
import { distributionChart } from './distribution-chart.js';

/** The chart of an outcome over time. */
export function overTime({ id, label, unit, chart = {} }: Outcome): Chart {
  return bandChart({
    id: chart.id ?? kebab(id),
    title: chart.title ?? label,
    unit: withNote(chart.unit ?? unit, chart.note),
    outcome: id,
    from: chart.from ?? ('ends' in unit ? 'data' : 'zero'),
  });
}

/** The chart of all its futures at the horizon. */
export function allFutures({ id, label, unit, chart = {} }: Outcome): Chart {
  return distributionChart({
    id: `${chart.id ?? kebab(id)}-distribution`,
    title: `${chart.title ?? label}: all futures`,
    unit: chart.unit ?? unit,
    outcome: id,
  });
}

function kebab(id: string): string {
  return id.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
