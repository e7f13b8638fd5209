import type { LeverDeclaration } from '../lever.js';

export const conferences = {
  id: 'conferences',
  label: 'Conferences and assistance',
  what: 'State and regional meetings that show working partnerships and offer help across districts.',
  grade: 'derived',
  beginsPartnership: true,
  parameters: ['attendanceSize', 'attendancePropensity', 'attendedInquiry', 'meetingTie'],
  costs: ['conferenceCost', 'attendanceCost'],
  fields: [
    {
      id: 'perYear',
      label: 'Conferences',
      unit: { kind: 'amount', words: 'conferences a year' },
      min: 0,
      max: 12,
      step: 0.5,
      mep: 1.5,
      double: 3,
      studied: [0, 4],
    },
    {
      id: 'districts',
      label: 'Districts at each',
      unit: { kind: 'count', words: 'districts a conference' },
      min: 0,
      max: 300,
      step: 5,
      mep: 75,
      double: 75,
      studied: [40, 120],
    },
  ],
} as const satisfies LeverDeclaration;
