import { bandChart } from './band-chart.js';

export const networkDensity = bandChart({
  id: 'network-density',
  title: 'Ties between districts',
  unit: 'share of possible ties between districts',
  outcome: 'networkDensity',
});
