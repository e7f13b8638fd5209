import { chanceToHazard, draw, drawName, hazardToChance, threshold, uniform } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import { Facilitation } from '../facilitation.js';
import { LossHazard } from '../loss.js';
import type { Rule } from '../rule.js';
import { becomeAdversarial, becomeCollaborative, makeAware, reach, relapse } from '../transitions.js';

const decision = drawName('bargaining.decision');
const continuation = drawName('bargaining.continuation');
const settlement = drawName('bargaining.settlement');
const units = drawName('bargaining.units');
const following = drawName('bargaining.following');
const retention = drawName('bargaining.retention');
const deepening = drawName('bargaining.deepening');

/** A district has one to five bargaining units. */
const otherUnits = 4;

export const bargaining: Rule = {
  id: 'bargaining',
  title: 'Bargaining',
  what: 'Trained districts take a facilitator, continue or switch back, and ratify; every other contract that ends is a chance to keep or lose the method.',
  parameters: [
    'facilitationDelay',
    'decisionDelay',
    'continuedChance',
    'settlementHazard',
    'districtsPerFacilitator',
    'followingUnits',
    'followingHazard',
    'contractMonths',
    'retainedChance',
    'laterCollaborative',
    'depthProtection',
    'networkOnRetention',
    'incentiveMultiplier',
    'incentiveReferenceDose',
    'researchMultiplier',
    'researchReference',
    'multiplierCeiling',
  ],
  create(model) {
    const { world, state, luck, inputs } = model;
    const { key } = world.population.districts;
    const loss = new LossHazard(model);
    const facilitation = new Facilitation(model);
    let decide = 0;
    let goOn = 0;
    let settle = 0;
    let follow = 0;
    let baseLoss = 0;
    let deepen = 0;
    let contractMonths = 0;

    function ratify(d: number, month: number): void {
      state.engagement[d] = engagement.ratified;
      state.contract[d] = contractMonths;
      state.milestones[d]! |= milestone.ratified;
      state.totals.contracts++;
      becomeCollaborative(state, d, month);
      luck.open(units, month);
      const each = inputs.value('followingUnits') / otherUnits;
      state.followingUnits[d] = 0;
      for (let unit = 0; unit < otherUnits; unit++) {
        // Four entities a district: the address of a unit is the district's with the unit in the top bits.
        const u = uniform(draw(luck.k0, luck.k1, key[d]! ^ (unit << 30)));
        if (u < each) state.followingUnits[d]++;
      }
    }

    function resolve(d: number, month: number): void {
      luck.open(continuation, month);
      if (draw(luck.k0, luck.k1, key[d]!) < goOn) {
        state.engagement[d] = engagement.continuing;
        reach(state, d, milestone.continued, 'continued');
        return;
      }
      state.engagement[d] = engagement.switchedBack;
      reach(state, d, milestone.switchedBack, 'switchedBack');
      becomeAdversarial(state, d);
    }

    function advance(d: number, month: number): void {
      const stage = state.engagement[d]!;
      const ends = state.contract[d]! <= 0;
      if (stage === engagement.facilitated) {
        luck.open(decision, month);
        if (ends || draw(luck.k0, luck.k1, key[d]!) < decide) resolve(d, month);
        if (ends && state.engagement[d] === engagement.continuing) ratify(d, month);
      } else if (stage === engagement.continuing) {
        luck.open(settlement, month);
        if (ends || draw(luck.k0, luck.k1, key[d]!) < settle) ratify(d, month);
      } else if (state.followingUnits[d]! > 0) {
        luck.open(following, month);
        if (draw(luck.k0, luck.k1, key[d]!) < follow) {
          state.followingUnits[d]!--;
          state.totals.contracts++;
        }
      }
      if (state.contract[d]! <= 0) expire(d, month);
    }

    /** A contract that ends outside the partnership's bargaining. */
    function expire(d: number, month: number): void {
      state.contract[d] = contractMonths;
      if (state.engagement[d] === engagement.inquired) {
        state.engagement[d] = engagement.unaware;
        makeAware(state, d);
        state.queuedSince[d] = -1;
      }
      if (state.practice[d] === practice.adversarial) return;
      luck.open(retention, month);
      if (uniform(draw(luck.k0, luck.k1, key[d]!)) < hazardToChance(loss.of(d, baseLoss))) {
        relapse(state, d);
        return;
      }
      luck.open(deepening, month);
      if (draw(luck.k0, luck.k1, key[d]!) < deepen) becomeCollaborative(state, d, month);
    }

    return {
      begin() {
        loss.begin();
        facilitation.begin();
        decide = threshold(hazardToChance(1 / inputs.value('decisionDelay')));
        goOn = threshold(inputs.value('continuedChance'));
        settle = threshold(hazardToChance(inputs.value('settlementHazard')));
        follow = threshold(hazardToChance(inputs.value('followingHazard')));
        baseLoss = chanceToHazard(1 - inputs.value('retainedChance'));
        deepen = threshold(inputs.value('laterCollaborative'));
        contractMonths = Math.round(inputs.value('contractMonths'));
      },
      step(month) {
        loss.prepare(month);
        facilitation.choose(month);
        for (let d = 0; d < world.districts; d++) {
          if (state.engagement[d]! >= engagement.trained || state.contract[d]! <= 0) advance(d, month);
        }
        facilitation.enter();
      },
    };
  },
};
