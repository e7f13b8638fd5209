import type { Outcome } from '../outcome.js';
import { points } from '../unit.js';

const api: Outcome = {
  id: 'api',
  label: 'API-equivalent score',
  what: 'Mean over schools.',
  unit: { kind: 'score', words: 'points (200 to 1000)', ends: [200, 1000] },
  weighting: 'students',
  better: 'higher',
  shown: 'detail',
  rank: 80,
  read: (now) => now.schools.api,
};

/** Of one world alone a gain is zero: it is told of a world against the same world without partnership. */
const gains: readonly Outcome[] = [
  {
    id: 'apiGain',
    label: 'API-equivalent gain',
    what: 'Student-weighted, paired against the world without partnership; if the association is causal.',
    unit: points,
    weighting: 'students',
    better: 'higher',
    shown: 'headline',
    rank: 60,
    price: { more: 'an API-equivalent point more in the whole population' },
    chart: {
      unit: { kind: 'score', words: 'points of the Academic Performance Index' },
      note: 'against no partnership',
    },
    read: () => 0,
    paired: (own, none) => own('api') - none('api'),
  },
  {
    id: 'apiGainSd',
    label: 'API-equivalent gain, standardised',
    what: 'The gain over the spread of scores between schools.',
    unit: { kind: 'deviation', words: 'standard deviations of schools' },
    weighting: 'students',
    better: 'higher',
    shown: 'detail',
    rank: 70,
    chart: { title: 'Gain in standard deviations', note: 'against no partnership' },
    read: () => 0,
    paired: (own, none, parameter) => (own('api') - none('api')) / parameter('apiSchoolSd'),
  },
];

const quarters = [
  { label: 'least poor', which: 'fewest' },
  { label: 'second least poor', which: 'second fewest' },
  { label: 'second poorest', which: 'second most' },
  { label: 'poorest', which: 'most' },
] as const;

/** The score of each quarter of schools by the share of low-income students, the quarter with the fewest first. */
const byPoverty: readonly Outcome[] = quarters.map(({ label, which }, quarter) => ({
  ...api,
  id: `apiPoverty${quarter + 1}`,
  label: `API-equivalent score, ${label} quarter`,
  what: `Mean over the quarter of schools with the ${which} low-income students.`,
  rank: 220 + quarter,
  read: (now) => now.schools.apiByPoverty[quarter]!,
}));

/** What the schools are now. */
export const schools: readonly Outcome[] = [
  api,
  ...gains,
  ...byPoverty,
  {
    id: 'partnershipQuality',
    label: 'Partnership quality',
    what: 'Mean over schools.',
    unit: { kind: 'scale', words: 'points on a scale of 1 to 4', ends: [1, 4] },
    weighting: 'educators',
    better: 'higher',
    shown: 'main',
    rank: 100,
    chart: {
      id: 'quality',
      unit: { kind: 'scale', words: 'points on a scale from 1 to 4', ends: [1, 4] },
      note: 'average of educators',
    },
    read: (now) => now.schools.quality,
  },
  {
    id: 'schoolDensity',
    label: 'Communication density',
    what: 'Mean over schools.',
    unit: { kind: 'share', words: 'share of possible ties between educators' },
    weighting: 'educators',
    better: 'higher',
    shown: 'main',
    rank: 110,
    chart: {
      id: 'density',
      title: 'Educator network density',
      unit: { kind: 'share', words: 'share of possible ties in a school' },
      from: 'data',
    },
    read: (now) => now.schools.density,
  },
];
