import { distributionChart } from './distribution-chart.js';

export const lastingDistribution = distributionChart({
  id: 'lasting-distribution',
  title: 'Lasting collaboration: all futures',
  unit: 'districts collaborative for three years or more',
  outcome: 'lasting',
});
