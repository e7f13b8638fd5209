import { linesChart } from './lines-chart.js';

export const retention = linesChart({
  id: 'retention',
  title: 'Retention after the first round',
  unit: { kind: 'count', words: 'districts so far' },
  lines: [
    { outcome: 'continued', label: 'Continued', dash: '' },
    { outcome: 'switchedBack', label: 'Switched back', dash: '6 3' },
  ],
});
