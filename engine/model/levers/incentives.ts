import type { LeverDeclaration } from '../lever.js';

export const incentives = {
  id: 'incentives',
  label: 'Incentives',
  what: 'Money for districts that sign and keep a union-management partnership.',
  grade: 'assumed',
  parameters: ['incentiveMultiplier', 'incentiveReferenceDose', 'multiplierCeiling'],
  costs: [],
  fields: [
    {
      id: 'dollars',
      label: 'Incentive',
      unit: { kind: 'money', words: 'dollars a collaborative district a year' },
      min: 0,
      max: 100000,
      step: 1000,
      mep: 0,
      double: 25000,
      studied: [0, 25000],
    },
  ],
} as const satisfies LeverDeclaration;
