import { number, z } from '../input/zod.js';
import { outcomes } from '../model/outcomes/index.js';
import { recordedEventKinds as eventKinds } from '../model/policy.js';
import { between, group, monthCount, prose, words } from './schema-fields.js';

const ids = outcomes.map(({ id }) => id);
const comparisons = ['interval', 'at-least', 'at-most'] as const;

/** A recorded event of a case replay. */
export const eventSchema = z.strictObject(
  {
    month: monthCount.meta({ description: 'Months from the first month.' }),
    district: words(200, 'must be the name of a district of the population'),
    kind: z.enum(eventKinds, { error: `must be one of ${eventKinds.join(', ')}` }),
    schools: between(0, 1000, true).default(0).meta({ description: 'Schools of a school project.' }),
    what: prose.default(''),
  },
  group,
);

/** A reported figure that the replay is held against. */
export const reportedSchema = z.strictObject(
  {
    month: monthCount.meta({ description: 'Months from the first month.' }),
    outcome: z.enum(ids, { error: `must be an outcome: ${ids.join(', ')}` }),
    value: number(),
    compare: z.enum(comparisons, { error: `must be one of ${comparisons.join(', ')}` }).default('interval'),
    where: prose.default(''),
  },
  group,
);
