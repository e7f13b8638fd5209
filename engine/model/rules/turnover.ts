import {
  chanceToHazard,
  type DrawName,
  draw,
  drawName,
  hazardToChance,
  threshold,
  uniform,
} from '../../random/index.js';
import { engagement, practice } from '../codes.js';
import { LossHazard } from '../loss.js';
import type { Rule } from '../rule.js';
import { relapse } from '../transitions.js';

/** The draws of one leader's departure. */
interface Departure {
  readonly leave: DrawName;
  readonly relapse: DrawName;
  readonly forget: DrawName;
  readonly trained: DrawName;
}

function departure(leader: string): Departure {
  return {
    leave: drawName(`turnover.${leader}.leave`),
    relapse: drawName(`turnover.${leader}.relapse`),
    forget: drawName(`turnover.${leader}.forget`),
    trained: drawName(`turnover.${leader}.trained`),
  };
}

const superintendent = departure('superintendent');
const unionPresident = departure('unionPresident');

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
    const loss = new LossHazard(model);
    let superintendentLeaves = 0;
    let unionPresidentLeaves = 0;
    let base = 0;
    let forget = 0;

    function arrive(d: number, month: number, names: Departure): void {
      const id = key[d]!;
      const programme = inputs.level('stateInstitution', 'leadersTrained', month, inputs.cohort[stateOf[d]!]);
      luck.open(names.trained, month);
      const trained = programme > 0 && uniform(draw(luck.k0, luck.k1, id)) < programme;
      if (trained) state.totals.cost += inputs.value('leaderCost');
      if (state.engagement[d] === engagement.aware) {
        luck.open(names.forget, month);
        if (draw(luck.k0, luck.k1, id) < forget) state.engagement[d] = engagement.unaware;
      }
      state.attended[d] = 0;
      if (state.practice[d] === practice.adversarial) {
        state.doorUntil[d] = month + inputs.value('doorMonths');
        return;
      }
      const hazard = loss.of(d, base) * (trained ? 1 - inputs.value('leaderProtection') : 1);
      luck.open(names.relapse, month);
      if (uniform(draw(luck.k0, luck.k1, id)) < hazardToChance(hazard)) relapse(state, d);
    }

    function change(clock: Int16Array, chance: number, names: Departure, month: number): void {
      luck.open(names.leave, month);
      const { k0, k1 } = luck;
      for (let d = 0; d < world.districts; d++) {
        const recorded = clock === state.superintendentMonths && state.leaderRecorded[d] === 1;
        if (draw(k0, k1, key[d]!) >= chance && !recorded) continue;
        if (recorded) state.leaderRecorded[d] = 0;
        clock[d] = 0;
        arrive(d, month, names);
      }
    }

    return {
      begin() {
        loss.begin();
        const monthly = (years: number): number =>
          threshold(hazardToChance(inputs.turnoverContext / (12 * years)));
        superintendentLeaves = monthly(inputs.value('superintendentYears'));
        unionPresidentLeaves = monthly(inputs.value('unionPresidentYears'));
        base = chanceToHazard(inputs.value('relapseChance'));
        forget = threshold(inputs.value('awarenessLoss'));
      },
      step(month) {
        loss.prepare(month);
        change(state.superintendentMonths, superintendentLeaves, superintendent, month);
        change(state.unionPresidentMonths, unionPresidentLeaves, unionPresident, month);
      },
    };
  },
};
