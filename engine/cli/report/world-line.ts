import type { CompareDocument, RunDocument } from '../../ensemble/index.js';
import { countDistricts, monthInWords } from './horizon.js';

/** What a report needs to know that its document does not say. */
export interface ReportContext {
  readonly firstMonth: string;
}

/** Where, how often and how long: one line under a title. */
export function worldLine(document: RunDocument | CompareDocument, { firstMonth }: ReportContext): string {
  const outcomes =
    'outcomes' in document ? document.outcomes : (document.scenarios[document.baseline]?.outcomes ?? {});
  const months = document.months.length - 1;
  const { shard, replicates } = document;
  const futures = shard
    ? `${shard.replicates.toLocaleString('en-US')} of ${replicates.toLocaleString('en-US')} simulated futures (shard ${shard.index} of ${shard.of})`
    : `${replicates.toLocaleString('en-US')} simulated futures`;
  const districts = `${countDistricts(outcomes).toLocaleString('en-US')} districts`;
  const time = `${monthInWords(firstMonth, 0)} to ${monthInWords(firstMonth, months)}`;
  return `${document.population}, ${districts}; ${time}; ${futures}, seed ${document.seed}`;
}

/** How to read the figures of a table. */
export const readingNote =
  'Middle value [what 90 of 100 simulated futures lie between]. API-equivalent figures are effects only if the ' +
  "study's association is causal (26 schools, one district). IBB: interest-based bargaining; API: California's " +
  'Academic Performance Index.';
