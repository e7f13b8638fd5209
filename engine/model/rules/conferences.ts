import { draw, drawName, exp, exponentialPriority, threshold } from '../../random/index.js';
import { milestone } from '../codes.js';
import { defineRule } from '../rule.js';
import { Schedule } from '../schedule.js';
import { smallestLimit } from '../smallest.js';
import { engage, makeAware } from '../transitions.js';

const attend = drawName('conferences.attend');
const tie = drawName('conferences.tie');

export const conferences = defineRule({
  id: 'conferences',
  title: 'Conferences',
  what: 'Districts come to a state conference, large and outgoing ones more often; they learn of the partnership and some pairs keep in touch.',
  reads: [
    'attendanceSize',
    'attendancePropensity',
    'referenceLogSize',
    'referenceLogSizeSd',
    'meetingTie',
    'conferenceCost',
    'attendanceCost',
  ],
  levers: ['conferences'],
  create({ world, state, luck, inputs }, p) {
    const { key } = world.population.districts;
    const weight = new Float64Array(world.districts);
    const priority = new Float64Array(world.districts);
    const ranked = new Float64Array(world.districts);
    const present = new Uint8Array(world.districts);
    const schedules = Array.from({ length: world.states }, () => new Schedule());
    let keepTie = 0;

    /**
     * The n-th conference of a state: its luck hangs on n and not on the month, so that a state that meets more often
     * has met the same districts, and others.
     */
    function meet(s: number, seats: number, nth: number): number {
      const from = world.stateStart[s]!;
      const to = world.stateStart[s + 1]!;
      luck.open(attend, nth);
      for (let i = from; i < to; i++) {
        const d = world.stateDistricts[i]!;
        ranked[i] = priority[d] = exponentialPriority(draw(luck.k0, luck.k1, key[d]!), weight[d]!);
      }
      const last = smallestLimit(ranked.subarray(from, to), seats);
      let attended = 0;
      for (let i = from; i < to; i++) {
        const d = world.stateDistricts[i]!;
        present[d] = priority[d]! <= last ? 1 : 0;
        if (!present[d]) continue;
        attended++;
        state.attended[d] = 1;
        state.milestones[d]! |= milestone.attended;
        makeAware(state, d);
        engage(state, d);
      }
      keepInTouch(from, to, nth);
      return attended;
    }

    /** Pairs that met keep a tie, among those between which one can exist. */
    function keepInTouch(from: number, to: number, nth: number): void {
      const { a, b, key: pair, start, incident } = world.ties;
      luck.open(tie, nth);
      for (let i = from; i < to; i++) {
        const d = world.stateDistricts[i]!;
        if (!present[d]) continue;
        for (let at = start[d]!; at < start[d + 1]!; at++) {
          const t = incident[at]!;
          if (a[t] !== d || !present[b[t]!] || state.metTies[t]) continue;
          if (draw(luck.k0, luck.k1, pair[t]!) >= keepTie) continue;
          state.metTies[t] = 1;
          state.newTies.push(t);
        }
      }
      for (let i = from; i < to; i++) present[world.stateDistricts[i]!] = 0;
    }

    return {
      begin() {
        const size = p.attendanceSize / p.referenceLogSizeSd;
        const typical = p.referenceLogSize;
        const propensity = p.attendancePropensity;
        for (let d = 0; d < world.districts; d++) {
          weight[d] = exp(size * (world.logStudents[d]! - typical) + propensity * state.propensity[d]!);
        }
        keepTie = threshold(p.meetingTie);
        for (const schedule of schedules) schedule.begin(1 / 2);
      },
      step(month) {
        for (let s = 0; s < world.states; s++) {
          const schedule = schedules[s]!;
          const before = schedule.count;
          const due = schedule.next(inputs.level('conferences', 'perYear', month, inputs.cohort[s]));
          if (due === 0) continue;
          const wanted = inputs.choice('conferences', 'districts') * inputs.scale[s]!;
          const seats = wanted > 0 ? Math.max(1, Math.round(wanted)) : 0;
          for (let nth = before; nth < before + due; nth++) {
            const attended = seats > 0 ? meet(s, seats, nth) : 0;
            state.totals.cost += p.conferenceCost + attended * p.attendanceCost;
          }
        }
      },
    };
  },
});
