import { draw, drawName, threshold } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import { baselineFlows, baselineReads } from '../loss.js';
import { incentiveMultiplier, incentiveReads } from '../multipliers.js';
import { NeighbourChances } from '../neighbour-chances.js';
import { defineRule } from '../rule.js';
import { undecided } from '../state.js';
import { becomeTrained, reach } from '../transitions.js';

const request = drawName('training.request');
const turn = drawName('training.turn');
const background = drawName('training.background');
const facilitator = drawName('training.facilitator');

export const training = defineRule({
  id: 'training',
  title: 'Training',
  what: 'Districts that inquired ask for training in the year before a contract ends and queue for instructors; other trainers keep training a few.',
  reads: [
    ...incentiveReads,
    ...baselineReads,
    'trainingHazard',
    'trainingWindowMonths',
    'capacityPerInstructor',
    'slotReserveMonths',
    'networkOnTraining',
    'grantInquiry',
    'backgroundRatio',
    'facilitatedChance',
  ],
  levers: ['incentives', 'stateInstitution'],
  create({ world, state, luck, inputs }, p) {
    const { key, state: stateOf } = world.population.districts;
    const {
      engagement: stages,
      practice: practices,
      contractEnd,
      queuedSince,
      experiencedNeighbours,
    } = state;
    const elsewhere = new NeighbourChances();
    /** Two rows a cohort: without and with a grant. */
    const requests = new NeighbourChances();
    const line = new Int32Array(world.districts);
    let balance = 0;
    let takes = 0;

    function prepare(month: number): void {
      const pull = p.networkOnTraining;
      elsewhere.begin(inputs.delays.length, pull);
      requests.begin(2 * inputs.delays.length, pull);
      for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
        const common = incentiveMultiplier(inputs, p, month, cohort) * inputs.inquiryContext[month]!;
        const hazard = common * p.trainingHazard;
        elsewhere.set(cohort, common * balance);
        requests.set(2 * cohort, hazard);
        requests.set(2 * cohort + 1, hazard * p.grantInquiry);
      }
    }

    /** Other trainers, who need no slot of the partnership. */
    function trainElsewhere(month: number): void {
      luck.open(background, month);
      const { k0, k1 } = luck;
      for (let d = 0; d < practices.length; d++) {
        if (practices[d] !== practice.adversarial) continue;
        const chance = elsewhere.threshold(inputs.cohort[stateOf[d]!]!, experiencedNeighbours[d]!);
        if (draw(k0, k1, key[d]!) < chance) becomeTrained(state, d);
      }
    }

    function queueUp(month: number): void {
      const windowMonths = p.trainingWindowMonths;
      luck.open(request, month);
      const { k0, k1 } = luck;
      for (let d = 0; d < stages.length; d++) {
        if (stages[d] !== engagement.inquired || queuedSince[d]! >= 0) continue;
        const left = contractEnd[d]! - month;
        if (left > windowMonths || left <= 0) continue;
        const row = 2 * inputs.cohort[stateOf[d]!]! + (state.grantMonths[d]! > 0 ? 1 : 0);
        const chance = requests.threshold(row, experiencedNeighbours[d]!);
        if (draw(k0, k1, key[d]!) < chance) state.queuedSince[d] = month;
      }
    }

    function serve(s: number, month: number): void {
      const instructors =
        inputs.level('stateInstitution', 'instructors', month, inputs.cohort[s]) * inputs.scale[s]!;
      const monthly = (instructors * p.capacityPerInstructor) / 12;
      // Unused time is kept up to a reserve; even a small institution can save up for one whole training.
      const reserve = Math.max(1, monthly * p.slotReserveMonths);
      state.slots[s] = instructors > 0 ? Math.min(reserve, state.slots[s]!) + monthly : 0;
      if (state.totals.inquired === 0) return;
      let waiting = 0;
      for (let i = world.stateStart[s]!; i < world.stateStart[s + 1]!; i++) {
        const d = world.stateDistricts[i]!;
        if (stages[d] === engagement.inquired && queuedSince[d]! >= 0) line[waiting++] = d;
      }
      if (instructors > 0 && waiting > state.slots[s]) state.totals.queueFullMonths++;
      const served = Math.min(waiting, Math.floor(state.slots[s]));
      state.slots[s] -= served;
      for (let n = 0; n < served; n++) {
        const place = served < waiting ? first(waiting - n, month) : n;
        const d = line[place]!;
        if (served < waiting) line[place] = line[waiting - n - 1]!;
        train(d, month);
      }
    }

    /** Place of the next in line: who has waited longest, the luck of the month between equals. */
    function first(waiting: number, month: number): number {
      let best = 0;
      for (let place = 1; place < waiting; place++) {
        if (before(line[place]!, line[best]!, month)) best = place;
      }
      return best;
    }

    function before(d: number, other: number, month: number): boolean {
      const earlier = state.queuedSince[d]! - state.queuedSince[other]!;
      if (earlier !== 0) return earlier < 0;
      luck.open(turn, month);
      return draw(luck.k0, luck.k1, key[d]!) < draw(luck.k0, luck.k1, key[other]!);
    }

    function train(d: number, month: number): void {
      state.engagement[d] = engagement.trained;
      state.queuedSince[d] = -1;
      becomeTrained(state, d);
      reach(state, d, milestone.trained, 'trained');
      if (state.takesFacilitator[d] !== undecided) return;
      luck.open(facilitator, month);
      state.takesFacilitator[d] = draw(luck.k0, luck.k1, key[d]!) < takes ? 1 : 0;
    }

    return {
      begin() {
        balance = p.backgroundRatio * baselineFlows(p).background;
        takes = threshold(p.facilitatedChance);
      },
      step(month) {
        if (inputs.changes('incentives', month) || inputs.contextChanges(month)) prepare(month);
        trainElsewhere(month);
        if (state.totals.inquired > 0) queueUp(month);
        for (let s = 0; s < world.states; s++) serve(s, month);
      },
    };
  },
});
