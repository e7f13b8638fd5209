import type { CompareDocument, Plan, RunDocument } from '../../../ensemble/index.js';
import { InputError } from '../../../input/index.js';
import type { ExtraFile } from '../../../output/index.js';
import type { SharedOptions } from '../../input/shared-options.js';

/** What an option adds to the result of `run` or `compare`: a field of the JSON document, text under the report, files. */
export interface Supplement<T> {
  /** The option that asks for it. */
  readonly option: string;
  /** Its field in the document. */
  readonly field: string;
  /** How many worlds it runs beside those of the result itself, in words; told before anything runs. */
  announce?(plan: Plan, options: SharedOptions): { readonly text: string; readonly worlds: number };
  compute(plan: Plan, options: SharedOptions): Promise<T>;
  report(value: T): string;
  /** Files of its own in an output directory. */
  files?(value: T): readonly ExtraFile[];
  /** Whether what a finished directory holds answers this command. */
  answers?(value: T, plan: Plan): boolean;
}

/** @throws InputError when only a part of the replicates is to be computed, as merging knows of no supplement */
export function refuseShard(
  { option }: Pick<Supplement<unknown>, 'option'>,
  { shard }: Pick<SharedOptions, 'shard'>,
): void {
  if (shard === undefined) return;
  const rule = 'must not come with --shard';
  throw new InputError([{ path: option, value: '', rule, remedy: 'run it once, without shards' }]);
}

/**
 * The supplement in the document of a finished run.
 *
 * @throws InputError when it was made without, as a finished directory is never changed
 */
export function keptSupplement<T>(
  supplement: Supplement<T>,
  document: RunDocument | CompareDocument,
  plan: Plan,
  directory: string,
): T {
  const { option, field } = supplement;
  const value = (document as unknown as Readonly<Record<string, unknown>>)[field] as T | undefined;
  if (value !== undefined && (supplement.answers?.(value, plan) ?? true)) return value;
  const rule = `must have been asked for when ${directory} was made`;
  throw new InputError([{ path: option, value: '', rule, remedy: 'choose another --out' }]);
}
