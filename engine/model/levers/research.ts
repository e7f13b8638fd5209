import type { LeverDeclaration } from '../lever.js';

export const research = {
  id: 'research',
  label: 'Research and dissemination',
  what: 'Research on what works in partnership, with the findings spread widely.',
  grade: 'assumed',
  beginsPartnership: true,
  parameters: ['awarenessHazard', 'researchMultiplier', 'multiplierCeiling'],
  costs: ['researchCost'],
  fields: [
    {
      id: 'programmes',
      label: 'Programmes',
      unit: { kind: 'amount', words: 'programmes' },
      min: 0,
      max: 10,
      step: 0.5,
      mep: 1,
      double: 2,
      studied: [0, 3],
    },
  ],
} as const satisfies LeverDeclaration;
