import { fieldDifferences } from '../../output/index.js';
import type { Scenario } from '../../scenario/index.js';

/** Text of a value that is told, at most. */
const longest = 60;

/**
 * For each scenario of a comparison whose world is not that of the baseline, what differs beside the levers: the
 * difference in the outcomes then comes of both.
 */
export function worldNotices([baseline, ...others]: readonly Scenario[]): string[] {
  if (!baseline) return [];
  return others.flatMap((scenario) => {
    const fields = worldFields.flatMap((name) => fieldDifferences(name, scenario[name], baseline[name]));
    if (fields.length === 0) return [];
    const told = fields.map(({ field, left, right }) => `${field} = ${cut(left)}, not ${cut(right)}`);
    return [
      `${scenario.name} differs from the baseline ${baseline.name} in more than its levers: ${told.join('; ')}. ` +
        'Differences hold both; --set-all changes all scenarios alike.',
    ];
  });
}

const worldFields = ['firstMonth', 'context', 'stateDelays', 'events', 'assumptions'] as const;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
