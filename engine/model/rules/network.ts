import { draw, drawName, uniform } from '../../random/index.js';
import { practice } from '../codes.js';
import { defineRule } from '../rule.js';

const rankName = drawName('network.rank');

export const network = defineRule({
  id: 'network',
  title: 'Learning network',
  what: 'Ties between districts become active as the network grows, first those of low rank, so that more network is a superset of less.',
  reads: [],
  levers: ['learningNetwork'],
  create({ world, state, luck, inputs }) {
    const { a, b, key, count } = world.ties;
    const { state: stateOf } = world.population.districts;
    const rank = new Float64Array(count);
    const mixed = new Uint8Array(count);
    /** Share of the candidates that pair an experienced with an inexperienced district. */
    let mixedShare = 0;
    const members =
      world.population.districts.networked?.reduce((sum, one) => sum + one, 0) ?? world.districts;
    const candidatesPerDistrict = (2 * count) / Math.max(1, members);

    /** Rank below which a tie is active: the level is shared out over mixed and other pairs as the lever says. */
    function level(cohort: number, pair: number, month: number): number {
      const ties = inputs.level('learningNetwork', 'ties', month, cohort);
      if (ties <= 0) return 0;
      const share = inputs.choice('learningNetwork', 'experiencedShare');
      const wanted = pair ? share / mixedShare : (1 - share) / (1 - mixedShare);
      return (ties / candidatesPerDistrict) * wanted;
    }

    function toggle(tie: number, on: 0 | 1): void {
      if (state.activeTies[tie] === on) return;
      state.activeTies[tie] = on;
      const change = on ? 1 : -1;
      state.totals.activeTies += change;
      if (state.deep[a[tie]!]) state.experiencedNeighbours[b[tie]!]! += change;
      if (state.deep[b[tie]!]) state.experiencedNeighbours[a[tie]!]! += change;
    }

    function refresh(month: number): void {
      const levels = inputs.delays.flatMap((_, cohort) => [level(cohort, 0, month), level(cohort, 1, month)]);
      for (let tie = 0; tie < count; tie++) {
        // A tie across states needs the network of both.
        const one = levels[2 * inputs.cohort[stateOf[a[tie]!]!]! + mixed[tie]!]!;
        const other = levels[2 * inputs.cohort[stateOf[b[tie]!]!]! + mixed[tie]!]!;
        toggle(tie, state.metTies[tie] || rank[tie]! < Math.min(one, other) ? 1 : 0);
      }
    }

    return {
      begin() {
        luck.open(rankName, 0);
        for (let tie = 0; tie < count; tie++) rank[tie] = uniform(draw(luck.k0, luck.k1, key[tie]!));
      },
      ready() {
        let pairs = 0;
        for (let tie = 0; tie < count; tie++) {
          const experienced =
            (state.practice[a[tie]!] === practice.collaborative ? 1 : 0) +
            (state.practice[b[tie]!] === practice.collaborative ? 1 : 0);
          mixed[tie] = experienced % 2;
          pairs += experienced % 2;
        }
        // Where all pairs are alike there is nothing to steer; the bounds only keep the division defined.
        mixedShare = count > 0 ? Math.min(1 - 1 / count, Math.max(1 / count, pairs / count)) : 0;
      },
      step(month) {
        if (inputs.changes('learningNetwork', month)) refresh(month);
        else for (const tie of state.newTies) toggle(tie, 1);
        state.newTies.length = 0;
      },
    };
  },
});
