import { bandChart } from './band-chart.js';

export const collaborativeDistricts = bandChart({
  id: 'collaborative',
  title: 'Collaborative districts',
  unit: 'districts',
  outcome: 'collaborative',
});
