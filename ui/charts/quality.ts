import { bandChart } from './band-chart.js';

export const partnershipQuality = bandChart({
  id: 'quality',
  title: 'Partnership quality',
  unit: 'points on a scale from 1 to 4, average of educators',
  outcome: 'partnershipQuality',
  from: 'data',
});
