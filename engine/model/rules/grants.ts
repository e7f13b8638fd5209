import { draw, drawName, exp, exponentialPriority, threshold } from '../../random/index.js';
import { engagement, milestone, recipients } from '../codes.js';
import type { Rule } from '../rule.js';
import { Schedule } from '../schedule.js';
import { becomeCollaborative, engage, makeAware, reach } from '../transitions.js';

const choose = drawName('grants.choose');
const hold = drawName('grants.hold');

export const grants: Rule = {
  id: 'grants',
  title: 'Pilot grants',
  what: 'New grants go to districts by need, readiness or lottery; a project that holds to its end leaves a collaborative relationship.',
  parameters: ['grantNeedWeight', 'grantSizeWeight', 'grantReadinessWeight', 'grantHolds'],
  create({ world, state, luck, inputs }) {
    const { key, lowIncome } = world.population.districts;
    const schedules = Array.from({ length: world.states }, () => new Schedule());
    const need = new Float64Array(world.districts);
    let holds = 0;

    function weight(d: number, rule: number): number {
      if (rule === recipients.lottery) return 1;
      if (rule === recipients.need) return need[d]!;
      const steps = state.practice[d]! + Math.min(engagement.inquired, state.engagement[d]!);
      return exp(inputs.value('grantReadinessWeight') * steps);
    }

    function needWeight(d: number): number {
      const tenths = 10 * lowIncome[d]!;
      const large =
        (world.logStudents[d]! - inputs.value('referenceLogSize')) / inputs.value('referenceLogSizeSd');
      return exp(inputs.value('grantNeedWeight') * tenths + inputs.value('grantSizeWeight') * large);
    }

    /** The district with the smallest priority among those that have had no grant; -1 where none is left. */
    function winner(s: number): number {
      const rule = inputs.choice('pilotGrants', 'recipients');
      let best = -1;
      let lowest = Infinity;
      for (let i = world.stateStart[s]!; i < world.stateStart[s + 1]!; i++) {
        const d = world.stateDistricts[i]!;
        if (state.milestones[d]! & milestone.grant) continue;
        const priority = exponentialPriority(draw(luck.k0, luck.k1, key[d]!), weight(d, rule));
        if (priority >= lowest) continue;
        lowest = priority;
        best = d;
      }
      return best;
    }

    function award(s: number, month: number, nth: number): void {
      luck.open(choose, month * 64 + nth);
      const d = winner(s);
      if (d < 0) return;
      state.grantMonths[d] = inputs.choice('pilotGrants', 'months');
      state.totals.cost += inputs.choice('pilotGrants', 'dollars');
      makeAware(state, d);
      engage(state, d);
      reach(state, d, milestone.grant, 'grants');
    }

    function finish(month: number): void {
      luck.open(hold, month);
      for (let d = 0; d < world.districts; d++) {
        if (state.grantMonths[d] === 0 || --state.grantMonths[d]! > 0) continue;
        if (draw(luck.k0, luck.k1, key[d]!) < holds) becomeCollaborative(state, d, month);
      }
    }

    return {
      begin() {
        holds = threshold(inputs.value('grantHolds'));
        for (const schedule of schedules) schedule.begin(0);
        for (let d = 0; d < world.districts; d++) need[d] = needWeight(d);
      },
      step(month) {
        finish(month);
        for (let s = 0; s < world.states; s++) {
          const perYear = inputs.level('pilotGrants', 'perYear', month, inputs.cohort[s]!) * inputs.scale[s]!;
          const due = schedules[s]!.next(perYear);
          for (let nth = 0; nth < due; nth++) award(s, month, nth);
        }
      },
    };
  },
};
