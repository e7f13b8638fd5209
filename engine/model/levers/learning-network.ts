import type { LeverDeclaration } from '../lever.js';

export const learningNetwork = {
  id: 'learningNetwork',
  label: 'Learning network',
  what: 'Standing ties between districts, so that experienced ones help inexperienced ones.',
  grade: 'assumed',
  parameters: ['networkOnInquiry', 'networkOnRetention', 'deepDepth', 'sameRegionShare', 'crossStateShare'],
  costs: ['tieCost'],
  fields: [
    {
      id: 'ties',
      label: 'Ties',
      unit: { kind: 'amount', words: 'ties a district' },
      min: 0,
      max: 12,
      step: 0.5,
      mep: 2,
      double: 4,
      studied: [0, 8],
    },
    {
      id: 'experiencedShare',
      label: 'Ties that pair an experienced with an inexperienced district',
      unit: { kind: 'share', words: 'share of ties' },
      min: 0,
      max: 1,
      step: 0.05,
      mep: 0.5,
      double: 0.5,
      studied: [0.2, 0.8],
    },
  ],
} as const satisfies LeverDeclaration;
