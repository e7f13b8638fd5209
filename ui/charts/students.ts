import { bandChart } from './band-chart.js';

export const studentsReached = bandChart({
  id: 'students',
  title: 'Students reached',
  unit: 'students in trained or collaborative districts',
  outcome: 'studentsReached',
});
