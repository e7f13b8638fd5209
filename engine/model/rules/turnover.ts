import { chanceToHazard, draw, drawName, hazardToChance, threshold, uniform } from '../../random/index.js';
import { engagement, practice } from '../codes.js';
import { LossHazard } from '../loss.js';
import type { Stream } from '../luck.js';
import type { Rule } from '../rule.js';
import { relapse } from '../transitions.js';

export const turnover: Rule = {
  id: 'turnover',
  title: 'Leadership turnover',
  what: 'New leaders put a partnership at risk, forget what their predecessors knew, and open a door for an adversarial district.',
  parameters: [
    'superintendentYears',
    'unionPresidentYears',
    'relapseChance',
    'depthProtection',
    'networkOnRetention',
    'leaderProtection',
    'awarenessLoss',
    'doorMonths',
    'leaderCost',
    'incentiveMultiplier',
    'incentiveReferenceDose',
    'researchMultiplier',
    'researchReference',
    'multiplierCeiling',
  ],
  create(model) {
    const { world, state, luck, inputs } = model;
    const { key, state: stateOf } = world.population.districts;
    const { practice: practices, leaderRecorded } = state;
    const loss = new LossHazard(model);
    const superintendents = office('superintendent', state.superintendentMonths);
    const presidents = office('unionPresident', state.unionPresidentMonths);
    let base = 0;
    let forget = 0;

    /** An office, the draws of who leaves it and comes to it, and the threshold of leaving in a month. */
    function office(leader: string, months: Int16Array) {
      const stream = (what: string): Stream => luck.stream(drawName(`turnover.${leader}.${what}`));
      return {
        months,
        chance: 0,
        leave: stream('leave'),
        relapse: stream('relapse'),
        forget: stream('forget'),
        trained: stream('trained'),
      };
    }

    function arrive(d: number, month: number, at: typeof superintendents): void {
      const id = key[d]!;
      const programme = inputs.level('stateInstitution', 'leadersTrained', month, inputs.cohort[stateOf[d]!]);
      const trained = programme > 0 && uniform(at.trained.draw(month, id)) < programme;
      if (trained) state.totals.cost += inputs.value('leaderCost');
      if (state.engagement[d] === engagement.aware && at.forget.draw(month, id) < forget) {
        state.engagement[d] = engagement.unaware;
      }
      state.attended[d] = 0;
      if (practices[d] === practice.adversarial) {
        state.doorUntil[d] = month + inputs.value('doorMonths');
        return;
      }
      const hazard = loss.of(d, base) * (trained ? 1 - inputs.value('leaderProtection') : 1);
      if (uniform(at.relapse.draw(month, id)) < hazardToChance(hazard)) relapse(state, d);
    }

    function change(at: typeof superintendents, month: number): void {
      const { k0, k1 } = at.leave.open(month);
      const { chance, months } = at;
      for (let d = 0; d < months.length; d++) {
        if (draw(k0, k1, key[d]!) >= chance && (at !== superintendents || leaderRecorded[d] === 0)) continue;
        months[d] = 0;
        arrive(d, month, at);
      }
    }

    return {
      begin() {
        loss.begin();
        const monthly = (years: number): number =>
          threshold(hazardToChance(inputs.turnoverContext / (12 * years)));
        superintendents.chance = monthly(inputs.value('superintendentYears'));
        presidents.chance = monthly(inputs.value('unionPresidentYears'));
        base = chanceToHazard(inputs.value('relapseChance'));
        forget = threshold(inputs.value('awarenessLoss'));
      },
      step(month) {
        loss.prepare(month);
        change(superintendents, month);
        leaderRecorded.fill(0);
        change(presidents, month);
      },
    };
  },
};
