import { deepFreeze } from '../../engine/input/deep-freeze.js';
import { headlineGains, mainOutcomes, outcomesInOrder } from '../../engine/model/outcomes/index.js';
import type { Chart } from './chart.js';
import { trainingFunnel } from './funnel.js';
import { allFutures, overTime } from './outcome-charts.js';
import { povertyQuarters } from './poverty-quarters.js';
import { retention } from './retention.js';
import { districtStates } from './states.js';
import { uptake } from './uptake.js';

/** The charts of the picker in their order: those of several outcomes have files, those of one derive from it. */
export const chartGroups: readonly { readonly label: string; readonly charts: readonly Chart[] }[] =
  deepFreeze([
    {
      label: 'Main outcomes',
      charts: [
        districtStates,
        ...mainOutcomes.flatMap((outcome) => [
          overTime(outcome),
          ...(headlineGains.includes(outcome) ? [allFutures(outcome)] : []),
        ]),
      ],
    },
    { label: 'Several outcomes together', charts: [uptake, trainingFunnel, retention, povertyQuarters] },
    {
      label: 'All other outcomes',
      charts: outcomesInOrder.filter((outcome) => !mainOutcomes.includes(outcome)).map(overTime),
    },
  ]);

export const charts: readonly Chart[] = chartGroups.flatMap((group) => group.charts);

/** A chart by its id; the first one where there is none of that id. */
export function chartOf(id: string): Chart {
  return charts.find((chart) => chart.id === id) ?? charts[0]!;
}
