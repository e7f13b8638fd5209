import { bandChart } from './band-chart.js';

export const schoolDensity = bandChart({
  id: 'density',
  title: 'Educator network density',
  unit: 'share of possible ties in a school',
  outcome: 'schoolDensity',
  from: 'data',
});
