import { draw, drawName, logistic, uniform } from '../../random/index.js';
import type { Model } from '../rule.js';

export const frequencies = ['daily', 'weekly', 'monthly', 'notAtAll'] as const;
export type Frequency = (typeof frequencies)[number];
export const formalities = ['formal', 'informal', 'both'] as const;
export type Formality = (typeof formalities)[number];

const often = drawName('repPrincipal.frequency');
const how = drawName('repPrincipal.formality');

/**
 * How often a school's union representative and principal talk, and how formally: an ordered and a binary choice whose
 * odds rise with partnership quality, drawn anew each year. A function of the state and of addressed draws, so it costs
 * a run nothing and asking never changes one (figures 3 and 4 of the paper give the direction only).
 */
export function repPrincipal(
  model: Model,
  school: number,
  year: number,
  quality: number,
): { frequency: Frequency; formality: Formality } {
  const { luck, inputs, world } = model;
  const id = world.population.schools.key[school]!;
  const reference = inputs.value('qualityAdversarial') + inputs.value('qualityTrainedGap');
  const lean = inputs.value('repSlope') * (quality - reference);
  luck.open(often, year);
  const u = uniform(draw(luck.k0, luck.k1, id));
  // In a school of reference quality few talk daily, most weekly or monthly.
  const step = inputs.value('repStep');
  const place = [-step, 0, step].findIndex((odds) => u < logistic(odds + lean));
  luck.open(how, year);
  const v = uniform(draw(luck.k0, luck.k1, id));
  const both = logistic(lean);
  const informal = (1 - both) * inputs.value('repInformal');
  return {
    frequency: frequencies[place] ?? 'notAtAll',
    formality: v < both ? 'both' : v < both + informal ? 'informal' : 'formal',
  };
}
