import { draw, drawName, hazardToChance, threshold } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import { incentiveMultiplier } from '../multipliers.js';
import type { Rule } from '../rule.js';
import { engage, reach } from '../transitions.js';

const ask = drawName('inquiry.ask');

/** Circumstances that multiply the hazard, a bit each, and how many neighbours are told apart. */
const near = 1;
const came = 2;
const user = 4;
const gaveUp = 8;
const granted = 16;
const circumstances = 32;
const neighbours = 16;

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
  ],
  create({ world, state, luck, inputs }) {
    const { key, state: stateOf } = world.population.districts;
    let chance = new Float64Array(0);
    let windowMonths = 0;

    function prepare(month: number): void {
      const cohorts = inputs.delays.length;
      if (chance.length !== cohorts * circumstances * neighbours) {
        chance = new Float64Array(cohorts * circumstances * neighbours);
      }
      for (let cohort = 0; cohort < cohorts; cohort++) {
        const common =
          inputs.value('inquiryHazard') *
          incentiveMultiplier(inputs, month, cohort) *
          inputs.inquiryContext[month]!;
        for (let c = 0; c < circumstances; c++) {
          const multiplier =
            (c & near ? inputs.value('inquiryWindow') : 1) *
            (c & came ? inputs.value('attendedInquiry') : 1) *
            (c & user ? inputs.value('userInquiry') : 1) *
            (c & gaveUp ? inputs.value('lapsedInquiry') : 1) *
            (c & granted ? inputs.value('grantInquiry') : 1);
          for (let n = 0; n < neighbours; n++) {
            const hazard = common * multiplier * (1 + inputs.value('networkOnInquiry') * n);
            chance[(cohort * circumstances + c) * neighbours + n] = threshold(hazardToChance(hazard));
          }
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
          const c =
            (state.contract[d]! <= windowMonths ? near : 0) |
            (state.attended[d]! ? came : 0) |
            (state.practice[d]! !== practice.adversarial ? user : 0) |
            (state.lapsed[d]! ? gaveUp : 0) |
            (state.grantMonths[d]! > 0 ? granted : 0);
          const n = Math.min(neighbours - 1, state.experiencedNeighbours[d]!);
          const at = (inputs.cohort[stateOf[d]!]! * circumstances + c) * neighbours + n;
          if (draw(k0, k1, key[d]!) >= chance[at]!) continue;
          state.engagement[d] = engagement.inquired;
          state.queuedSince[d] = -1;
          engage(state, d);
          reach(state, d, milestone.inquired, 'inquired');
        }
      },
    };
  },
};
