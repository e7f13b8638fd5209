import { draw, drawName, exp, exponentialPriority, threshold } from '../../random/index.js';
import { milestone } from '../codes.js';
import type { Rule } from '../rule.js';
import { Schedule } from '../schedule.js';
import { engage, makeAware } from '../transitions.js';

const attend = drawName('conferences.attend');
const tie = drawName('conferences.tie');

export const conferences: Rule = {
  id: 'conferences',
  title: 'Conferences',
  what: 'Districts come to a state conference, large and outgoing ones more often; they learn of the partnership and some pairs keep in touch.',
  parameters: ['attendanceSize', 'attendancePropensity', 'meetingTie', 'conferenceCost', 'attendanceCost'],
  create({ world, state, luck, inputs }) {
    const weight = new Float64Array(world.districts);
    const priority = new Float64Array(world.districts);
    const present = new Uint8Array(world.districts);
    const schedules = Array.from({ length: world.states }, () => new Schedule());
    let keepTie = 0;

    function meet(s: number, seats: number, month: number, occasion: number): number {
      const members = world.stateDistricts.subarray(world.stateStart[s], world.stateStart[s + 1]);
      luck.open(attend, month * 16 + occasion);
      const ranked = new Float64Array(members.length);
      members.forEach((d, i) => {
        priority[d] = exponentialPriority(
          draw(luck.k0, luck.k1, world.population.districts.key[d]!),
          weight[d]!,
        );
        ranked[i] = priority[d]!;
      });
      ranked.sort();
      const last = seats >= members.length ? Infinity : ranked[seats - 1]!;
      let attended = 0;
      for (const d of members) {
        if (priority[d]! > last) continue;
        attended++;
        present[d] = 1;
        state.attended[d] = 1;
        state.milestones[d]! |= milestone.attended;
        makeAware(state, d);
        engage(state, d);
      }
      return attended;
    }

    function keepInTouch(month: number, occasion: number): void {
      const { a, b, key, count } = world.ties;
      luck.open(tie, month * 16 + occasion);
      for (let t = 0; t < count; t++) {
        if (!present[a[t]!] || !present[b[t]!] || state.metTies[t]) continue;
        if (draw(luck.k0, luck.k1, key[t]!) >= keepTie) continue;
        state.metTies[t] = 1;
        state.newTies.push(t);
      }
      present.fill(0);
    }

    return {
      begin() {
        const size = inputs.value('attendanceSize') / inputs.value('referenceLogSizeSd');
        const propensity = inputs.value('attendancePropensity');
        for (let d = 0; d < world.districts; d++) {
          weight[d] = exp(
            size * (world.logStudents[d]! - inputs.value('referenceLogSize')) +
              propensity * state.propensity[d]!,
          );
        }
        keepTie = threshold(inputs.value('meetingTie'));
        for (const schedule of schedules) schedule.begin(1 / 2);
      },
      step(month) {
        const held = schedules.map((schedule, s) =>
          schedule.next(inputs.level('conferences', 'perYear', month, inputs.cohort[s]!)),
        );
        const most = Math.max(...held);
        for (let occasion = 0; occasion < most; occasion++) {
          for (let s = 0; s < world.states; s++) {
            if (held[s]! <= occasion) continue;
            const wanted = inputs.choice('conferences', 'districts') * inputs.scale[s]!;
            const seats = wanted > 0 ? Math.max(1, Math.round(wanted)) : 0;
            const attended = seats > 0 ? meet(s, seats, month, occasion) : 0;
            state.totals.cost += inputs.value('conferenceCost') + attended * inputs.value('attendanceCost');
          }
          keepInTouch(month, occasion);
        }
      },
    };
  },
};
