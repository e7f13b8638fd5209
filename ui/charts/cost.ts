import { bandChart } from './band-chart.js';

export const costToDate = bandChart({
  id: 'cost',
  title: 'Cost to date',
  unit: 'dollars, not discounted',
  outcome: 'cost',
});
