import { bandChart } from './band-chart.js';

export const apiGain = bandChart({
  id: 'api-gain',
  title: 'API-equivalent gain',
  unit: 'points of the Academic Performance Index, against no partnership',
  outcome: 'apiGain',
});
