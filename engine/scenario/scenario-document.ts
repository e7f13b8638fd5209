import { z } from '../input/zod.js';
import { makesPopulation, parameters } from '../evidence/index.js';
import { levers } from '../model/levers/index.js';
import { contextSchema } from './context-schema.js';
import { defaults, maxYears } from './defaults.js';
import { eventSchema, reportedSchema } from './history-schema.js';
import { leverSchema } from './lever-schema.js';
import {
  between,
  calendarMonth,
  group,
  monthCount,
  packageName,
  prose,
  timingShape,
  words,
} from './schema-fields.js';

const leverShape = Object.fromEntries(levers.map((lever) => [lever.id, leverSchema(lever)]));

const assumptionShape = Object.fromEntries(
  parameters
    .filter((parameter) => !makesPopulation(parameter))
    .map(({ id, label, unit, support: [low, high] }) => [
      id,
      between(low, high)
        .optional()
        .meta({ title: label, description: `In ${unit}.` }),
    ]),
);

/** What a scenario file may say. Derived: a new lever, context field or parameter appears here by itself. */
export const scenarioDocument = z
  .strictObject(
    {
      $schema: z.string({ error: 'must be text' }).optional(),
      title: words(200, 'must be a title in plain words').meta({ description: 'A title in plain words.' }),
      question: prose.optional().meta({ description: 'The question it asks.' }),
      source: prose.optional().meta({ description: 'Where its settings come from.' }),
      population: words(1000, 'must be the name of a population')
        .default(defaults.population)
        .meta({ description: 'Name of a population, or a CSV file of districts.' }),
      years: between(1, maxYears, true).default(defaults.years),
      firstMonth: calendarMonth.default(defaults.firstMonth),
      package: packageName.default(defaults.package).meta({
        description: 'All levers at once: none (off), mep (1x, as in its first two years) or double (2x).',
      }),
      timing: z
        .strictObject(timingShape, group)
        .optional()
        .meta({ description: 'Timing of every lever that gives none of its own.' }),
      levers: z.strictObject(leverShape, group).optional(),
      context: contextSchema.meta({ description: 'What happens around the policy, not chosen by it.' }),
      stateDelays: z
        .record(z.string(), monthCount, group)
        .optional()
        .meta({ description: "Months by which a state's levers start later, by state name." }),
      events: z.array(eventSchema, group).max(200).optional().meta({
        description: 'What history did to districts by name, for case replays.',
      }),
      reported: z.array(reportedSchema, group).max(50).optional().meta({
        description: 'What the sources report of the case, to hold the replay against.',
      }),
      assumptions: z
        .strictObject(assumptionShape, group)
        .optional()
        .meta({ description: 'Parameters held at one value in every simulated future.' }),
    },
    { error: 'must be fields such as "title: My state"' },
  )
  .meta({ title: 'Accord scenario' });

export type ScenarioDocument = z.infer<typeof scenarioDocument>;
