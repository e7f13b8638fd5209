import { deepFreeze } from '../input/index.js';
import { z } from '../input/zod.js';
import { InputError } from '../input/index.js';

const files = import.meta.glob<unknown>('./{figures,sources}.yaml', { eager: true, import: 'default' });

/** A document that figures and parameters come from. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly what: string;
}

/** A figure that a source reports. */
export interface Figure {
  readonly id: string;
  readonly group: string;
  /** calibrate = fitted; predict = never fitted, only checked; shape = gives a structure or a unit; context = neither. */
  readonly role: 'calibrate' | 'predict' | 'shape' | 'context';
  readonly label: string;
  readonly unit: string;
  /** Reported numbers by part; most figures have the one part `value`. */
  readonly reported: Readonly<Record<string, number>>;
  /** Whether the reported number should lie in the simulated interval, or is a bound. */
  readonly compare: 'interval' | 'at-least' | 'at-most';
  /** Denominator or sample size, where one is given. */
  readonly n?: number | undefined;
  /** Ids of source documents. */
  readonly sources: readonly string[];
  readonly where: string;
  readonly note?: string | undefined;
}

const documentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  authors: z.string(),
  year: z.number(),
  what: z.string(),
});

const figureSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  group: z.string(),
  role: z.enum(['calibrate', 'predict', 'shape', 'context']),
  label: z.string(),
  unit: z.string(),
  reported: z.record(z.string(), z.number()),
  compare: z.enum(['interval', 'at-least', 'at-most']),
  n: z.number().int().positive().optional(),
  sources: z.array(z.string()).min(1),
  where: z.string(),
  note: z.string().optional(),
});

export const sources: readonly SourceDocument[] = deepFreeze(read('sources.yaml', documentSchema));

/** Every figure of the sources, in the order of the file. */
export const figures: readonly Figure[] = deepFreeze(read('figures.yaml', figureSchema));

function read<T>(path: string, schema: z.ZodType<T>): T[] {
  const parsed = z.array(schema).safeParse(files[`./${path}`]);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map((issue) => ({
      path: `${path}: ${issue.path.join('.')}`,
      value: 'wrong or missing',
      rule: issue.message,
      remedy: 'compare it with its neighbours in the file',
    })),
  );
}
