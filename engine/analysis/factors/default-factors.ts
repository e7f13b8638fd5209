import { deepFreeze } from '../../input/index.js';
import { parameters } from '../../evidence/index.js';
import { levers } from '../../model/levers/index.js';
import { neutralContext, type Scenario } from '../../scenario/index.js';
import { assumptionFactor, type Factor } from './factor.js';
import { factorCatalogue } from './factor-catalogue.js';

/** Topics that only the virtual survey and study read: they measure a world and change nothing in it. */
const measuring: readonly string[] = ['survey', 'study'];

/**
 * Assumptions that are held at one value but varied all the same. The causal share is held at 1 as the study reads; what it
 * truly is, nobody has measured, so a study of assumptions takes its whole support.
 */
const heldButUnknown: readonly string[] = ['causalShare'];

/**
 * Assumptions that belong in every analysis, as nothing in the sources bears on them and the gain hangs on them: how long
 * a score lasts, what share of the association is causal, how schools of a district differ in quality, and what lasting
 * collaboration adds to it.
 */
export const unidentified: readonly string[] = deepFreeze([
  'assumptions.apiPersistence',
  'assumptions.causalShare',
  'assumptions.qualitySd',
  'assumptions.qualityCollaborativeGap',
]);

/**
 * The assumptions that a projection rests on: every parameter with a prior that the model reads, and the causal share.
 * Those of mandates and shocks count only where the scenario has some.
 */
export function uncertainAssumptions({ context }: Pick<Scenario, 'context'>): Factor[] {
  const calm = { ...context, turnover: neutralContext.turnover };
  const quiet = JSON.stringify(calm) === JSON.stringify(neutralContext) ? ['context'] : [];
  return parameters
    .filter(({ id, topic, distribution }) =>
      distribution.kind === 'constant'
        ? heldButUnknown.includes(id)
        : !measuring.includes(topic) && !quiet.includes(topic),
    )
    .map(assumptionFactor);
}

/** How much of each lever there is: the fields that doubling the partnership doubles, over their studied ranges. */
export function leverAmounts(scenario: Pick<Scenario, 'years'>): Factor[] {
  const amounts = new Set(
    levers.flatMap(({ id, fields }) =>
      fields.filter(({ mep, double }) => double !== mep).map((field) => `levers.${id}.${field.id}`),
    ),
  );
  return factorCatalogue(scenario).filter(({ address }) => amounts.has(address));
}

/** What a sensitivity analysis varies unless told otherwise. */
export function defaultFactors(scenario: Pick<Scenario, 'years' | 'context'>): Factor[] {
  return [...uncertainAssumptions(scenario), ...leverAmounts(scenario)];
}
