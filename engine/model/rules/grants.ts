import { draw, drawName, exp, exponentialPriority, threshold } from '../../random/index.js';
import { engagement, milestone, recipients } from '../codes.js';
import { defineRule } from '../rule.js';
import { Schedule } from '../schedule.js';
import { becomeCollaborative, engage, makeAware, reach } from '../transitions.js';

const choose = drawName('grants.choose');
const hold = drawName('grants.hold');

export const grants = defineRule({
  id: 'grants',
  title: 'Pilot grants',
  what: 'New grants go to districts by need, readiness or lottery; a project that holds to its end leaves a collaborative relationship.',
  reads: [
    'grantNeedWeight',
    'grantSizeWeight',
    'grantReadinessWeight',
    'grantHolds',
    'referenceLogSize',
    'referenceLogSizeSd',
  ],
  levers: ['pilotGrants'],
  create({ world, state, luck, inputs }, p) {
    const { key, lowIncome } = world.population.districts;
    const schedules = Array.from({ length: world.states }, () => new Schedule());
    /** Priority of a district while weights stand still, as they do for need and lottery. */
    const priority = new Float64Array(world.districts);
    let choice = 0;
    let ready = 0;
    let holds = 0;

    function needWeight(d: number): number {
      const tenths = 10 * lowIncome[d]!;
      const large = (world.logStudents[d]! - p.referenceLogSize) / p.referenceLogSizeSd;
      return exp(p.grantNeedWeight * tenths + p.grantSizeWeight * large);
    }

    function readiness(d: number): number {
      const steps = state.practice[d]! + Math.min(engagement.inquired, state.engagement[d]!);
      return exp(ready * steps);
    }

    /** The district with the smallest priority among those that have had no grant; -1 where none is left. */
    function winner(s: number): number {
      let best = -1;
      let lowest = Infinity;
      for (let i = world.stateStart[s]!; i < world.stateStart[s + 1]!; i++) {
        const d = world.stateDistricts[i]!;
        if (state.milestones[d]! & milestone.grant) continue;
        const own = choice === recipients.readiness ? priority[d]! / readiness(d) : priority[d]!;
        if (own >= lowest) continue;
        lowest = own;
        best = d;
      }
      return best;
    }

    function award(s: number): void {
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
        choice = inputs.choice('pilotGrants', 'recipients');
        ready = p.grantReadinessWeight;
        holds = threshold(p.grantHolds);
        for (const schedule of schedules) schedule.begin(0);
        if (inputs.dose('pilotGrants') === 0) return;
        // One draw a district for the whole run: who would be next never depends on how many grants there are.
        luck.open(choose, 0);
        for (let d = 0; d < world.districts; d++) {
          const weight = choice === recipients.need ? needWeight(d) : 1;
          priority[d] = exponentialPriority(draw(luck.k0, luck.k1, key[d]!), weight);
        }
      },
      step(month) {
        if (inputs.dose('pilotGrants') === 0) return;
        finish(month);
        for (let s = 0; s < world.states; s++) {
          const perYear = inputs.level('pilotGrants', 'perYear', month, inputs.cohort[s]) * inputs.scale[s]!;
          const due = schedules[s]!.next(perYear);
          for (let nth = 0; nth < due; nth++) award(s);
        }
      },
    };
  },
});
