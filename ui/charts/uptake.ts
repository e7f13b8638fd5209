import { linesChart } from './lines-chart.js';

export const uptake = linesChart({
  id: 'uptake',
  title: 'Uptake',
  unit: { kind: 'count', words: 'districts so far' },
  lines: [
    { outcome: 'engaged', label: 'Took part', dash: '1 3' },
    { outcome: 'inquired', label: 'Asked for training', dash: '6 3' },
    { outcome: 'trained', label: 'Trained', dash: '' },
  ],
});
