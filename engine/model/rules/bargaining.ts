import { chanceToHazard, drawName, hazardToChance, threshold, uniform } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import { Facilitation, facilitationReads } from '../facilitation.js';
import { LossHazard, lossReads } from '../loss.js';
import { defineRule } from '../rule.js';
import { becomeAdversarial, becomeCollaborative, makeAware, reach, relapse } from '../transitions.js';

/** A district has one to five bargaining units. */
const otherUnits = 4;

export const bargaining = defineRule({
  id: 'bargaining',
  title: 'Bargaining',
  what: 'Trained districts take a facilitator, continue or switch back, and ratify; every other contract that ends is a chance to keep or lose the method.',
  reads: [
    ...lossReads,
    ...facilitationReads,
    'decisionDelay',
    'continuedChance',
    'settlementHazard',
    'followingUnits',
    'followingHazard',
    'contractMonths',
    'retainedChance',
    'laterCollaborative',
  ],
  levers: ['incentives', 'research', 'stateInstitution'],
  create(model, p) {
    const { world, state, luck } = model;
    const { key } = world.population.districts;
    const { engagement: stages, contractEnd, followingUnits } = state;
    const loss = new LossHazard(model, p);
    const facilitation = new Facilitation(model, p);
    const decision = luck.stream(drawName('bargaining.decision'));
    const continuation = luck.stream(drawName('bargaining.continuation'));
    const settlement = luck.stream(drawName('bargaining.settlement'));
    const units = luck.stream(drawName('bargaining.units'));
    const following = luck.stream(drawName('bargaining.following'));
    const retention = luck.stream(drawName('bargaining.retention'));
    const deepening = luck.stream(drawName('bargaining.deepening'));
    let decide = 0;
    let goOn = 0;
    let settle = 0;
    let follow = 0;
    let baseLoss = 0;
    let deepen = 0;
    let contractMonths = 0;

    function ratify(d: number, month: number): void {
      state.engagement[d] = engagement.ratified;
      contractEnd[d] = month + contractMonths;
      state.milestones[d]! |= milestone.ratified;
      state.totals.contracts++;
      becomeCollaborative(state, d, month);
      const each = p.followingUnits / otherUnits;
      state.followingUnits[d] = 0;
      for (let unit = 0; unit < otherUnits; unit++) {
        // Four entities a district: the address of a unit is the district's with the unit in the top bits.
        const u = uniform(units.draw(month, key[d]! ^ (unit << 30)));
        if (u < each) state.followingUnits[d]++;
      }
    }

    function resolve(d: number, month: number): void {
      if (continuation.draw(month, key[d]!) < goOn) {
        state.engagement[d] = engagement.continuing;
        reach(state, d, milestone.continued, 'continued');
        return;
      }
      state.engagement[d] = engagement.switchedBack;
      reach(state, d, milestone.switchedBack, 'switchedBack');
      becomeAdversarial(state, d);
    }

    function advance(d: number, stage: number, month: number): void {
      const ends = contractEnd[d]! <= month;
      if (stage === engagement.facilitated) {
        if (ends || decision.draw(month, key[d]!) < decide) resolve(d, month);
        if (ends && state.engagement[d] === engagement.continuing) ratify(d, month);
      } else if (stage === engagement.continuing) {
        if (ends || settlement.draw(month, key[d]!) < settle) ratify(d, month);
      } else if (stage >= engagement.trained && state.followingUnits[d]! > 0) {
        if (following.draw(month, key[d]!) < follow) {
          state.followingUnits[d]!--;
          state.totals.contracts++;
        }
      }
      if (contractEnd[d]! <= month) expire(d, month);
    }

    /** A contract that ends outside the partnership's bargaining. */
    function expire(d: number, month: number): void {
      contractEnd[d] = month + contractMonths;
      if (state.engagement[d] === engagement.inquired) {
        state.engagement[d] = engagement.unaware;
        makeAware(state, d);
        state.queuedSince[d] = -1;
      }
      if (state.practice[d] === practice.adversarial) return;
      if (uniform(retention.draw(month, key[d]!)) < hazardToChance(loss.of(d, baseLoss))) {
        relapse(state, d);
        return;
      }
      if (deepening.draw(month, key[d]!) < deepen) becomeCollaborative(state, d, month);
    }

    return {
      begin() {
        facilitation.begin();
        decide = threshold(hazardToChance(1 / p.decisionDelay));
        goOn = threshold(p.continuedChance);
        settle = threshold(hazardToChance(p.settlementHazard));
        follow = threshold(hazardToChance(p.followingHazard));
        baseLoss = chanceToHazard(1 - p.retainedChance);
        deepen = threshold(p.laterCollaborative);
        contractMonths = Math.round(p.contractMonths);
      },
      step(month) {
        loss.prepare(month);
        facilitation.choose(month);
        for (let d = 0; d < stages.length; d++) {
          const stage = stages[d]!;
          const under = stage === engagement.facilitated || stage === engagement.continuing;
          if (under || contractEnd[d]! <= month || followingUnits[d]! > 0) advance(d, stage, month);
        }
        facilitation.enter();
      },
    };
  },
});
