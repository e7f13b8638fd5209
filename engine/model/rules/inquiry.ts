import { draw, drawName } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import { incentiveMultiplier, incentiveReads } from '../multipliers.js';
import { NeighbourChances } from '../neighbour-chances.js';
import { defineRule } from '../rule.js';
import { engage, reach } from '../transitions.js';

const ask = drawName('inquiry.ask');

/** Circumstances that multiply the hazard, a bit each. */
const near = 1;
const met = 2;
const user = 4;
const gaveUp = 8;
const granted = 16;
const circumstances = 32;

export const inquiry = defineRule({
  id: 'inquiry',
  title: 'Inquiry',
  what: 'Aware districts ask for training, more often near the end of a contract, after a conference, with a grant or with experienced neighbours.',
  reads: [
    ...incentiveReads,
    'inquiryHazard',
    'inquiryWindow',
    'inquiryWindowMonths',
    'attendedInquiry',
    'userInquiry',
    'lapsedInquiry',
    'grantInquiry',
    'networkOnInquiry',
  ],
  levers: ['incentives'],
  create({ world, state, luck, inputs }, p) {
    const { key, state: stateOf } = world.population.districts;
    const { engagement: stages, practice: practices, contractEnd, attended, lapsed, grantMonths } = state;
    const { experiencedNeighbours } = state;
    const chances = new NeighbourChances();
    const asking = luck.stream(ask);
    let windowMonths = 0;

    function prepare(month: number): void {
      chances.begin(inputs.delays.length * circumstances, p.networkOnInquiry);
      const window = p.inquiryWindow;
      const came = p.attendedInquiry;
      const using = p.userInquiry;
      const again = p.lapsedInquiry;
      const grant = p.grantInquiry;
      for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
        const common =
          p.inquiryHazard * incentiveMultiplier(inputs, p, month, cohort) * inputs.inquiryContext[month]!;
        for (let c = 0; c < circumstances; c++) {
          const multiplier =
            (c & near ? window : 1) *
            (c & met ? came : 1) *
            (c & user ? using : 1) *
            (c & gaveUp ? again : 1) *
            (c & granted ? grant : 1);
          chances.set(cohort * circumstances + c, common * multiplier);
        }
      }
    }

    /** An aware district, or one that gave IBB up and might try again. */
    function mayAsk(d: number, stage: number): boolean {
      if (stage === engagement.aware) return true;
      if (stage < engagement.trained || practices[d] !== practice.adversarial) return false;
      return lapsed[d] === 1 && stage !== engagement.facilitated && stage !== engagement.continuing;
    }

    /** The bits are those above, in their order. */
    function circumstancesOf(d: number, month: number): number {
      return (
        (contractEnd[d]! - month <= windowMonths ? near : 0) |
        (attended[d]! * met) |
        (practices[d]! === practice.adversarial ? 0 : user) |
        (lapsed[d]! * gaveUp) |
        (grantMonths[d]! > 0 ? granted : 0)
      );
    }

    return {
      begin() {
        windowMonths = p.inquiryWindowMonths;
      },
      step(month) {
        if (inputs.changes('incentives', month) || inputs.contextChanges(month)) prepare(month);
        const { k0, k1 } = asking.open(month);
        for (let d = 0; d < stages.length; d++) {
          const stage = stages[d]!;
          if (stage === engagement.unaware || !mayAsk(d, stage)) continue;
          const row = inputs.cohort[stateOf[d]!]! * circumstances + circumstancesOf(d, month);
          if (draw(k0, k1, key[d]!) >= chances.threshold(row, experiencedNeighbours[d]!)) continue;
          stages[d] = engagement.inquired;
          state.queuedSince[d] = -1;
          engage(state, d);
          reach(state, d, milestone.inquired, 'inquired');
        }
      },
    };
  },
});
