import { bandChart } from './band-chart.js';

export const apiGainSd = bandChart({
  id: 'api-gain-sd',
  title: 'Gain in standard deviations',
  unit: 'standard deviations of schools, against no partnership',
  outcome: 'apiGainSd',
});
