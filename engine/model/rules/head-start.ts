import { draw, drawName, threshold } from '../../random/index.js';
import { engagement, milestone } from '../codes.js';
import type { RuleInputs } from '../inputs.js';
import { levers, type LeverId } from '../levers/index.js';
import { defineRule } from '../rule.js';
import { engage, makeAware, reach } from '../transitions.js';

const aware = drawName('headStart.aware');
const asked = drawName('headStart.asked');

const programmes = levers.filter(({ beginsPartnership }) => beginsPartnership).map(({ id }) => id);

export const headStart = defineRule({
  id: 'headStart',
  title: 'Head start',
  what: 'When a state’s partnership begins, its members have already told some districts of it, and a few have inquired.',
  reads: ['awareAtStart', 'inquiredAtStart'],
  levers: programmes,
  create({ world, state, luck, inputs }, p) {
    const { key } = world.population.districts;

    function begin(s: number): void {
      const first = threshold(p.awareAtStart);
      const second = threshold(p.inquiredAtStart);
      const members = world.stateDistricts.subarray(world.stateStart[s], world.stateStart[s + 1]);
      luck.open(aware, 0);
      const knows = members.filter((d) => draw(luck.k0, luck.k1, key[d]!) < first);
      luck.open(asked, 0);
      for (const d of knows) {
        makeAware(state, d);
        if (state.engagement[d] !== engagement.aware || draw(luck.k0, luck.k1, key[d]!) >= second) continue;
        state.engagement[d] = engagement.inquired;
        engage(state, d);
        reach(state, d, milestone.inquired, 'inquired');
      }
    }

    function beginDue(month: number): void {
      for (let s = 0; s < world.states; s++) {
        if (startMonth(inputs, inputs.cohort[s]!) === month) begin(s);
      }
    }

    return {
      begin() {
        // Nothing to prepare.
      },
      ready() {
        beginDue(0);
      },
      step(month) {
        if (month > 1) beginDue(month - 1);
      },
    };
  },
});

/** First month (0 = the start) with a programme in force; -1 where there never is one. */
function startMonth(inputs: RuleInputs<LeverId>, cohort: number): number {
  const starts = programmes
    .filter((lever) => inputs.dose(lever) > 0)
    .map((lever) => inputs.start(lever) + inputs.delays[cohort]!);
  return starts.length > 0 ? Math.min(...starts) : -1;
}
