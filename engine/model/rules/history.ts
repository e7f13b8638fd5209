import { engagement, milestone, practice } from '../codes.js';
import { defineRule } from '../rule.js';
import { becomeAdversarial, becomeCollaborative, becomeTrained, engage, reach } from '../transitions.js';

export const history = defineRule({
  id: 'history',
  title: 'Recorded events',
  what: 'In a case replay, what history did to a district: a strike, first contacts, new leaders, joint training, a project in some schools, a partnership.',
  reads: ['strikeQuality', 'grantQuality', 'grantDepth'],
  levers: [],
  create({ world, state, inputs }, p) {
    const { firstSchool } = world.population.districts;
    const { lowIncome } = world.population.schools;

    /** Lifts the quality of a district's poorest schools. */
    function startProject(d: number, schools: number): void {
      const own = Array.from(
        { length: firstSchool[d + 1]! - firstSchool[d]! },
        (_, i) => firstSchool[d]! + i,
      );
      own.sort((a, b) => lowIncome[b]! - lowIncome[a]! || a - b);
      for (const i of own.slice(0, schools)) state.schools.deviation[i]! += p.grantQuality;
    }

    /** Joint training brings in a method, or deepens a partnership that is there. */
    function trainTogether(d: number): void {
      if (state.practice[d] === practice.collaborative) {
        state.depth[d]! += p.grantDepth * (1 - state.depth[d]!);
      } else becomeTrained(state, d);
    }

    /** First contacts with the state's partnership: the district has inquired. */
    function makeContact(d: number): void {
      if (state.engagement[d]! >= engagement.inquired) return;
      state.engagement[d] = engagement.inquired;
      state.queuedSince[d] = -1;
      engage(state, d);
      reach(state, d, milestone.inquired, 'inquired');
    }

    return {
      begin() {
        // Nothing to prepare: most scenarios have no recorded event.
      },
      step(month) {
        for (const [d, kind, schools] of inputs.events(month)) {
          switch (kind) {
            case 'strike':
              becomeAdversarial(state, d);
              state.quality[d]! -= p.strikeQuality;
              break;
            case 'contacts':
              makeContact(d);
              break;
            case 'newLeaders':
              state.superintendentLeaves[d] = month;
              break;
            case 'training':
              trainTogether(d);
              break;
            case 'schoolProject':
              startProject(d, schools);
              break;
            case 'partnership':
              becomeCollaborative(state, d, month);
              break;
          }
        }
      },
    };
  },
});
