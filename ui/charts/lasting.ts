import { bandChart } from './band-chart.js';

export const lastingCollaboration = bandChart({
  id: 'lasting',
  title: 'Lasting collaboration',
  unit: 'districts collaborative for three years or more',
  outcome: 'lasting',
});
