import { bandChart } from './band-chart.js';

export const engagedDistricts = bandChart({
  id: 'engaged',
  title: 'Districts that took part',
  unit: 'districts',
  outcome: 'engaged',
});
