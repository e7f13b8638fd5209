import { draw, drawName, hazardToChance, threshold } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import { baselineFlows } from '../loss.js';
import { incentiveMultiplier } from '../multipliers.js';
import type { Rule } from '../rule.js';
import { undecided } from '../state.js';
import { becomeTrained, reach } from '../transitions.js';

const request = drawName('training.request');
const turn = drawName('training.turn');
const background = drawName('training.background');
const facilitator = drawName('training.facilitator');

const neighbours = 16;

export const training: Rule = {
  id: 'training',
  title: 'Training',
  what: 'Districts that inquired ask for training in the year before a contract ends and queue for instructors; other trainers keep training a few.',
  parameters: [
    'trainingHazard',
    'trainingWindowMonths',
    'capacityPerInstructor',
    'slotReserveMonths',
    'networkOnTraining',
    'grantInquiry',
    'backgroundRatio',
    'facilitatedChance',
  ],
  create({ world, state, luck, inputs }) {
    const { key, state: stateOf } = world.population.districts;
    let requestChance = new Float64Array(0);
    let backgroundChance = new Float64Array(0);
    let balance = 0;
    let takes = 0;

    function prepare(month: number): void {
      const cohorts = inputs.delays.length;
      if (backgroundChance.length !== cohorts * neighbours) {
        backgroundChance = new Float64Array(cohorts * neighbours);
        requestChance = new Float64Array(2 * cohorts * neighbours);
      }
      for (let cohort = 0; cohort < cohorts; cohort++) {
        const common = incentiveMultiplier(inputs, month, cohort) * inputs.inquiryContext[month]!;
        for (let n = 0; n < neighbours; n++) {
          const pull = common * (1 + inputs.value('networkOnTraining') * n);
          const at = cohort * neighbours + n;
          backgroundChance[at] = threshold(hazardToChance(balance * pull));
          const hazard = inputs.value('trainingHazard') * pull;
          requestChance[2 * at] = threshold(hazardToChance(hazard));
          requestChance[2 * at + 1] = threshold(hazardToChance(hazard * inputs.value('grantInquiry')));
        }
      }
    }

    function row(d: number): number {
      const n = Math.min(neighbours - 1, state.experiencedNeighbours[d]!);
      return inputs.cohort[stateOf[d]!]! * neighbours + n;
    }

    /** Other trainers, who need no slot of the partnership. */
    function trainElsewhere(month: number): void {
      luck.open(background, month);
      const { k0, k1 } = luck;
      for (let d = 0; d < world.districts; d++) {
        if (state.practice[d] !== practice.adversarial) continue;
        if (draw(k0, k1, key[d]!) < backgroundChance[row(d)]!) becomeTrained(state, d);
      }
    }

    function queueUp(month: number): void {
      const windowMonths = inputs.value('trainingWindowMonths');
      luck.open(request, month);
      const { k0, k1 } = luck;
      for (let d = 0; d < world.districts; d++) {
        if (state.engagement[d] !== engagement.inquired || state.queuedSince[d]! >= 0) continue;
        if (state.contract[d]! > windowMonths || state.contract[d]! <= 0) continue;
        const at = 2 * row(d) + (state.grantMonths[d]! > 0 ? 1 : 0);
        if (draw(k0, k1, key[d]!) < requestChance[at]!) state.queuedSince[d] = month;
      }
    }

    function serve(s: number, month: number): void {
      const cohort = inputs.cohort[s]!;
      const instructors = inputs.level('stateInstitution', 'instructors', month, cohort) * inputs.scale[s]!;
      const monthly = (instructors * inputs.value('capacityPerInstructor')) / 12;
      // Even a small institution can save up for one whole training.
      const reserve = Math.max(1, monthly * inputs.value('slotReserveMonths'));
      state.slots[s] = instructors > 0 ? Math.min(reserve, state.slots[s]! + monthly) : 0;
      const waiting: number[] = [];
      for (let i = world.stateStart[s]!; i < world.stateStart[s + 1]!; i++) {
        const d = world.stateDistricts[i]!;
        if (state.engagement[d] === engagement.inquired && state.queuedSince[d]! >= 0) waiting.push(d);
      }
      if (waiting.length > state.slots[s]!) {
        if (instructors > 0) state.totals.queueFullMonths++;
        waiting.sort(
          (a, b) =>
            state.queuedSince[a]! - state.queuedSince[b]! ||
            draw(luck.k0, luck.k1, key[a]!) - draw(luck.k0, luck.k1, key[b]!),
        );
      }
      for (const d of waiting) {
        if (state.slots[s]! < 1) break;
        state.slots[s]! -= 1;
        train(d);
      }
    }

    function train(d: number): void {
      state.engagement[d] = engagement.trained;
      state.queuedSince[d] = -1;
      becomeTrained(state, d);
      reach(state, d, milestone.trained, 'trained');
    }

    function decideOnFacilitators(month: number): void {
      luck.open(facilitator, month);
      for (let d = 0; d < world.districts; d++) {
        if (state.engagement[d] !== engagement.trained || state.takesFacilitator[d] !== undecided) continue;
        state.takesFacilitator[d] = draw(luck.k0, luck.k1, key[d]!) < takes ? 1 : 0;
      }
    }

    return {
      begin() {
        balance = inputs.value('backgroundRatio') * baselineFlows(inputs).background;
        takes = threshold(inputs.value('facilitatedChance'));
      },
      step(month) {
        if (inputs.changes('incentives', month) || inputs.contextChanges(month)) prepare(month);
        trainElsewhere(month);
        queueUp(month);
        luck.open(turn, month);
        for (let s = 0; s < world.states; s++) serve(s, month);
        decideOnFacilitators(month);
      },
    };
  },
};
