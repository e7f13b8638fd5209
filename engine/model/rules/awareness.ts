import { draw, drawName, exp, hazardToChance, threshold } from '../../random/index.js';
import { engagement } from '../codes.js';
import { defineRule } from '../rule.js';

const hear = drawName('awareness.hear');

export const awareness = defineRule({
  id: 'awareness',
  title: 'Awareness',
  what: 'Research and its dissemination reach districts that do not know of the partnership yet.',
  reads: ['awarenessHazard', 'awarenessReach', 'researchReference', 'referenceLogSize', 'referenceLogSizeSd'],
  levers: ['research'],
  create({ world, state, luck, inputs }, p) {
    const { key, state: stateOf } = world.population.districts;
    const { engagement: stages } = state;
    const reach = new Float64Array(world.districts);
    const chance = new Float64Array(world.districts);

    function prepare(month: number): void {
      const hazard = inputs.delays.map(
        (_, cohort) =>
          (p.awarenessHazard * inputs.level('research', 'programmes', month, cohort)) / p.researchReference,
      );
      for (let d = 0; d < world.districts; d++) {
        chance[d] = threshold(hazardToChance(hazard[inputs.cohort[stateOf[d]!]!]! * reach[d]!));
      }
    }

    return {
      begin() {
        const lean = p.awarenessReach / Math.sqrt(2);
        const size = 1 / p.referenceLogSizeSd;
        for (let d = 0; d < world.districts; d++) {
          const large = size * (world.logStudents[d]! - p.referenceLogSize);
          // Minus the square: the mean over districts stays 1 whatever the lean.
          reach[d] = exp(lean * (large + state.propensity[d]!) - lean * lean);
        }
      },
      step(month) {
        if (inputs.changes('research', month)) prepare(month);
        luck.open(hear, month);
        const { k0, k1 } = luck;
        for (let d = 0; d < stages.length; d++) {
          if (stages[d] === engagement.unaware && draw(k0, k1, key[d]!) < chance[d]!) {
            stages[d] = engagement.aware;
          }
        }
      },
    };
  },
});
