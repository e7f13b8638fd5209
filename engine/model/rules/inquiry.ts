import { draw, drawName } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import { incentiveMultiplier } from '../multipliers.js';
import { NeighbourChances } from '../neighbour-chances.js';
import type { Rule } from '../rule.js';
import { engage, reach } from '../transitions.js';

const ask = drawName('inquiry.ask');

/** Circumstances that multiply the hazard, a bit each. */
const near = 1;
const came = 2;
const user = 4;
const gaveUp = 8;
const granted = 16;
const circumstances = 32;

export const inquiry: Rule = {
  id: 'inquiry',
  title: 'Inquiry',
  what: 'Aware districts ask for training, more often near the end of a contract, after a conference, with a grant or with experienced neighbours.',
  parameters: [
    'inquiryHazard',
    'inquiryWindow',
    'inquiryWindowMonths',
    'attendedInquiry',
    'userInquiry',
    'lapsedInquiry',
    'grantInquiry',
    'networkOnInquiry',
    'incentiveMultiplier',
    'incentiveReferenceDose',
    'multiplierCeiling',
  ],
  create({ world, state, luck, inputs }) {
    const { key, state: stateOf } = world.population.districts;
    const chances = new NeighbourChances();
    let windowMonths = 0;

    function prepare(month: number): void {
      chances.begin(inputs.delays.length * circumstances, inputs.value('networkOnInquiry'));
      const window = inputs.value('inquiryWindow');
      const attended = inputs.value('attendedInquiry');
      const using = inputs.value('userInquiry');
      const lapsed = inputs.value('lapsedInquiry');
      const grant = inputs.value('grantInquiry');
      for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
        const common =
          inputs.value('inquiryHazard') *
          incentiveMultiplier(inputs, month, cohort) *
          inputs.inquiryContext[month]!;
        for (let c = 0; c < circumstances; c++) {
          const multiplier =
            (c & near ? window : 1) *
            (c & came ? attended : 1) *
            (c & user ? using : 1) *
            (c & gaveUp ? lapsed : 1) *
            (c & granted ? grant : 1);
          chances.set(cohort * circumstances + c, common * multiplier);
        }
      }
    }

    /** An aware district, or one that gave IBB up and might try again. */
    function mayAsk(d: number): boolean {
      const stage = state.engagement[d]!;
      if (stage === engagement.aware) return true;
      if (stage < engagement.trained || state.practice[d] !== practice.adversarial) return false;
      return state.lapsed[d] === 1 && stage !== engagement.facilitated && stage !== engagement.continuing;
    }

    function circumstancesOf(d: number): number {
      return (
        (state.contract[d]! <= windowMonths ? near : 0) |
        (state.attended[d]! ? came : 0) |
        (state.practice[d]! !== practice.adversarial ? user : 0) |
        (state.lapsed[d]! ? gaveUp : 0) |
        (state.grantMonths[d]! > 0 ? granted : 0)
      );
    }

    return {
      begin() {
        windowMonths = inputs.value('inquiryWindowMonths');
      },
      step(month) {
        if (inputs.changes('incentives', month) || inputs.contextChanges(month)) prepare(month);
        luck.open(ask, month);
        const { k0, k1 } = luck;
        for (let d = 0; d < world.districts; d++) {
          if (state.engagement[d] === engagement.unaware || !mayAsk(d)) continue;
          const row = inputs.cohort[stateOf[d]!]! * circumstances + circumstancesOf(d);
          if (draw(k0, k1, key[d]!) >= chances.threshold(row, state.experiencedNeighbours[d]!)) continue;
          state.engagement[d] = engagement.inquired;
          state.queuedSince[d] = -1;
          engage(state, d);
          reach(state, d, milestone.inquired, 'inquired');
        }
      },
    };
  },
};
