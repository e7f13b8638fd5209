import { practice } from '../codes.js';
import { defineRule } from '../rule.js';

export const costs = defineRule({
  id: 'costs',
  title: 'Costs',
  what: 'Instructors, facilitators, ties, research and incentives are paid month by month; grants, conferences and leadership training when they happen.',
  reads: ['instructorCost', 'facilitatorCost', 'tieCost', 'researchCost'],
  levers: ['stateInstitution', 'research', 'learningNetwork', 'incentives'],
  create({ world, state, inputs }, p) {
    const { state: stateOf } = world.population.districts;
    const each: number[] = [];

    /** Dollars a year of a state's institution, network and research, in proportion to its districts. */
    function yearly(s: number, month: number): number {
      const cohort = inputs.cohort[s]!;
      const institution =
        inputs.level('stateInstitution', 'instructors', month, cohort) * p.instructorCost +
        inputs.level('stateInstitution', 'facilitators', month, cohort) * p.facilitatorCost;
      const research = inputs.level('research', 'programmes', month, cohort) * p.researchCost;
      const districts = world.stateStart[s + 1]! - world.stateStart[s]!;
      const ties = (inputs.level('learningNetwork', 'ties', month, cohort) * districts) / 2;
      return (institution + research) * inputs.scale[s]! + ties * p.tieCost;
    }

    /** Dollars a year to the districts that collaborate. */
    function incentives(month: number): number {
      if (inputs.dose('incentives') === 0) return 0;
      for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
        each[cohort] = inputs.level('incentives', 'dollars', month, cohort);
      }
      let dollars = 0;
      for (let d = 0; d < world.districts; d++) {
        if (state.practice[d] === practice.collaborative) dollars += each[inputs.cohort[stateOf[d]!]!]!;
      }
      return dollars;
    }

    return {
      begin() {
        // Prices are read as they are needed: nothing depends on them.
      },
      step(month) {
        let dollars = incentives(month);
        for (let s = 0; s < world.states; s++) dollars += yearly(s, month);
        state.totals.cost += dollars / 12;
      },
    };
  },
});
