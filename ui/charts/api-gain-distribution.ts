import { distributionChart } from './distribution-chart.js';

export const apiGainDistribution = distributionChart({
  id: 'api-gain-distribution',
  title: 'API-equivalent gain: all futures',
  unit: 'points of the Academic Performance Index',
  outcome: 'apiGain',
});
