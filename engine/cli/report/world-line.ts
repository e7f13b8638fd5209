import { countDistricts, monthInWords } from '../../telling/horizon.js';
import type { CompareDocument, RunDocument } from '../../ensemble/index.js';
import type { Scenario } from '../../scenario/index.js';

/** Where, how often and how long: one line over a report. */
export function worldLine(document: RunDocument | CompareDocument, firstMonth: string): string {
  const outcomes =
    'outcomes' in document ? document.outcomes : (document.scenarios[document.baseline]?.outcomes ?? {});
  const { shard, replicates, population, seed } = document;
  const districts = countDistricts(outcomes);
  const parts = [
    `${population}, ${districts.toLocaleString('en-US')} ${districts === 1 ? 'district' : 'districts'}`,
    `${monthInWords(firstMonth, 0)} to ${monthInWords(firstMonth, document.months.length - 1)}`,
    `${(shard?.replicates ?? replicates).toLocaleString('en-US')} simulated futures`,
    `seed ${seed}`,
    ...(shard ? [`shard ${shard.index} of ${shard.of}`] : []),
  ];
  return parts.join('; ');
}

/** Name and title of a scenario. */
export function titleOf(name: string, scenarios: readonly Scenario[]): string {
  const title = scenarios.find((scenario) => scenario.name === name)?.title;
  return title === undefined ? name : `${name} (${title})`;
}
