import { planEnsemble } from '../../ensemble/index.js';
import { InputError, type Problem } from '../../input/index.js';
import { outcomes } from '../../model/outcomes/index.js';
import type { Population } from '../../population/index.js';
import { nameRemedy } from '../../input/index.js';
import { type Scenario } from '../../scenario/index.js';
import { tell } from '../terminal/tell.js';
import type { Gather } from './gather.js';
import { readRun } from './read-run.js';
import { readShared, type RawShared, type SharedOptions } from './shared-options.js';

/** The scenario around which a study varies something, and where and how it runs. */
export interface Study {
  readonly options: SharedOptions;
  readonly scenario: Scenario;
  readonly population: Population;
}

/**
 * Reads the scenario and options of a study.
 *
 * @param name of the scenario, or its file
 * @throws InputError with all problems, those that `gather` has met before included
 */
export async function readStudy(name: string, raw: RawShared, gather: Gather): Promise<Study> {
  const options = await readShared(raw, gather);
  const plan = await planEnsemble(await readRun([name], options, gather, tell));
  return { options, scenario: plan.scenarios[0]!, population: plan.population };
}

/**
 * Outcomes by their ids, apart by commas.
 *
 * @throws InputError with every id that is none
 */
export function readOutcomes(text: string, option = '--outcome'): string[] {
  const ids = outcomes.map(({ id }) => id);
  const wanted = [...new Set(text.split(',').map((id) => id.trim()))];
  const rule = 'must be the id of an outcome';
  const problems = wanted
    .filter((id) => !ids.includes(id))
    .map((value): Problem => ({ path: option, value, rule, remedy: nameRemedy(value, ids, listRemedy) }));
  if (problems.length > 0) throw new InputError(problems);
  return wanted;
}

/** @throws InputError when the text is not the id of one outcome */
export function readOutcome(text: string): string {
  const [outcome, ...others] = readOutcomes(text);
  if (outcome !== undefined && others.length === 0) return outcome;
  const remedy = 'run it once for each';
  throw new InputError([{ path: '--outcome', value: text, rule: 'must be one outcome', remedy }]);
}

const listRemedy = 'see accord-sim list outcomes';
