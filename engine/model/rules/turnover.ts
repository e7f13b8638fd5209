import {
  chanceToHazard,
  draw,
  drawName,
  hazardToChance,
  minusLn,
  threshold,
  uniform,
} from '../../random/index.js';
import { engagement, practice } from '../codes.js';
import { LossHazard, lossReads } from '../loss.js';
import type { Stream } from '../luck.js';
import { defineRule } from '../rule.js';
import { relapse } from '../transitions.js';

export const turnover = defineRule({
  id: 'turnover',
  title: 'Leadership turnover',
  what: 'New leaders put a partnership at risk, forget what their predecessors knew, and open a door for an adversarial district.',
  reads: [
    ...lossReads,
    'superintendentYears',
    'unionPresidentYears',
    'relapseChance',
    'leaderProtection',
    'awarenessLoss',
    'doorMonths',
    'leaderCost',
  ],
  levers: ['incentives', 'research', 'stateInstitution'],
  create(model, p) {
    const { world, state, luck, inputs } = model;
    const { key, state: stateOf } = world.population.districts;
    const { practice: practices } = state;
    const loss = new LossHazard(model, p);
    const superintendents = office('superintendent', state.superintendentSince, state.superintendentLeaves);
    const presidents = office('unionPresident', state.unionPresidentSince, state.unionPresidentLeaves);
    /** Share of new leaders whom a programme prepares, a cohort. */
    const programme = new Float64Array(world.states + 1);
    let base = 0;
    let forget = 0;
    let doorMonths = 0;
    let unprotected = 1;

    /** An office: since when its holders hold it, when they leave, and the draws of who leaves it and comes to it. */
    function office(leader: string, since: Int16Array, leaves: Int32Array) {
      const stream = (what: string): Stream => luck.stream(drawName(`turnover.${leader}.${what}`));
      return {
        since,
        leaves,
        /** Hazard a month of leaving. */
        hazard: 0,
        leave: stream('leave'),
        relapse: stream('relapse'),
        forget: stream('forget'),
        trained: stream('trained'),
      };
    }

    function arrive(d: number, month: number, at: typeof superintendents): void {
      const id = key[d]!;
      const share = programme[inputs.cohort[stateOf[d]!]!]!;
      const trained = share > 0 && uniform(at.trained.draw(month, id)) < share;
      if (trained) state.totals.cost += p.leaderCost;
      if (state.engagement[d] === engagement.aware && at.forget.draw(month, id) < forget) {
        state.engagement[d] = engagement.unaware;
      }
      state.attended[d] = 0;
      if (practices[d] === practice.adversarial) {
        state.doorUntil[d] = month + doorMonths;
        return;
      }
      const hazard = loss.of(d, base) * (trained ? unprotected : 1);
      if (uniform(at.relapse.draw(month, id)) < hazardToChance(hazard)) relapse(state, d);
    }

    /**
     * The hazard of leaving stands still, so the whole time in office is drawn at once (geometric) and not a chance a
     * month. It is memoryless: those who are there at the start stay as long again as those who come. Time past the
     * run's end is not told apart: where no one leaves, all stay till then.
     */
    function stay(at: typeof superintendents, d: number, month: number, u: number): void {
      const whole = at.hazard > 0 ? Math.min(inputs.months, minusLn(u) / at.hazard) : inputs.months;
      at.leaves[d] = month + 1 + Math.floor(whole);
    }

    function change(at: typeof superintendents, month: number): void {
      const { leaves } = at;
      for (let d = 0; d < leaves.length; d++) {
        if (leaves[d]! > month) continue;
        at.since[d] = month;
        stay(at, d, month, at.leave.draw(month, key[d]!));
        arrive(d, month, at);
      }
    }

    return {
      begin() {
        superintendents.hazard = inputs.turnoverContext / (12 * p.superintendentYears);
        presidents.hazard = inputs.turnoverContext / (12 * p.unionPresidentYears);
        for (const at of [superintendents, presidents]) {
          const { k0, k1 } = at.leave.open(0);
          for (let d = 0; d < world.districts; d++) stay(at, d, 0, draw(k0, k1, key[d]!));
        }
        base = chanceToHazard(p.relapseChance);
        forget = threshold(p.awarenessLoss);
        doorMonths = p.doorMonths;
        unprotected = 1 - p.leaderProtection;
      },
      step(month) {
        loss.prepare(month);
        for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
          programme[cohort] = inputs.level('stateInstitution', 'leadersTrained', month, cohort);
        }
        change(superintendents, month);
        change(presidents, month);
      },
    };
  },
});
