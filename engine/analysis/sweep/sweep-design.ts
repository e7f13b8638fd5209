import { InputError } from '../../input/index.js';
import { number, z } from '../../input/zod.js';
import { readYaml } from '../../input/index.js';
import { maxYears } from '../../scenario/defaults.js';
import type { Place } from '../../input/index.js';
import { between, group, prose, words } from '../../scenario/schema-fields.js';
import { schemaProblems } from '../../input/schema-problems.js';
import { type SweepDesign, type SweepDocument, sweepMethods } from './sweep-document.js';

const level = z.union([number(), words(200, 'must be a number or a word')], {
  error: 'must be a number or a word',
});

const rangeShape = {
  low: number().meta({ description: 'Least value, in the unit of the factor.' }),
  high: number().meta({ description: 'Largest value.' }),
  levels: between(2, 1000, true)
    .optional()
    .meta({ description: 'How many values of the range a factorial or one-at-a-time design takes.' }),
};

/** Values to take, a range, or nothing for the range that is studied. */
const factorEntry = z.union(
  [z.array(level).min(1, 'must name at least one value'), z.strictObject(rangeShape), z.null()],
  { error: 'must be a list of values, or a range such as { low: 0, high: 4 }, or empty' },
);

/** What a design file may say. */
const sweepDocument: z.ZodType<SweepDocument> = z
  .strictObject(
    {
      $schema: z.string({ error: 'must be text' }).optional(),
      title: words(200, 'must be a title in plain words').meta({ description: 'A title in plain words.' }),
      question: prose.optional().meta({ description: 'The question it asks.' }),
      scenario: words(1000, 'must be the name of a scenario or a file').meta({
        description: 'The scenario around which the factors vary: a name, or a file beside this one.',
      }),
      design: z.enum(sweepMethods, { error: `must be one of ${sweepMethods.join(', ')}` }),
      runs: between(1, 1_000_000, true)
        .optional()
        .meta({ description: 'Points of a latin-hypercube or sobol design.' }),
      replicates: between(1, 10_000_000, true).optional().meta({ description: 'Simulated futures a run.' }),
      seed: words(200, 'must be text').optional(),
      years: between(1, maxYears, true).optional(),
      factors: z
        .record(z.string(), factorEntry, group)
        .refine((factors) => Object.keys(factors).length > 0, 'must name at least one factor')
        .meta({ description: 'What varies, by address, such as levers.conferences.perYear.' }),
    },
    { error: 'must be fields such as "title: My sweep"' },
  )
  .meta({ title: 'Accord sweep design' });

/**
 * Reads a design file.
 *
 * @param path the file as the user named it, for messages
 * @throws InputError with every problem of the file, each with its line
 */
export function parseSweepDesign(text: string, path: string): SweepDesign {
  const { value, line, keyLine } = readYaml(text, path, 'sweep design');
  const place: Place = { path, what: 'sweep design', line, keyLine };
  const parsed = sweepDocument.safeParse(value);
  if (!parsed.success) {
    throw new InputError(schemaProblems(sweepDocument, value, parsed.error.issues, place));
  }
  const { design, runs } = parsed.data;
  const sampled = design === 'latin-hypercube' || design === 'sobol';
  if (sampled === (runs !== undefined)) return { ...parsed.data, place };
  const rule = sampled ? `must be given for a ${design} design` : `must not be given for a ${design} design`;
  const remedy = sampled ? 'add a line "runs: 200"' : 'its runs follow from the levels of the factors';
  throw new InputError([
    {
      path,
      ...lineOf(place, ['runs']),
      column: 'runs',
      value: runs === undefined ? '' : String(runs),
      rule,
      remedy,
    },
  ]);
}

function lineOf(place: Place, path: readonly string[]): { readonly line?: number } {
  const line = place.line?.(path);
  return line === undefined ? {} : { line };
}

/** JSON Schema (draft 2020-12) of a design file, for editors that complete and check YAML. */
export function sweepSchema(): Record<string, unknown> {
  return z.toJSONSchema(sweepDocument, { io: 'input' });
}
