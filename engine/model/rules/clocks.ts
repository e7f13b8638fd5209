import type { Rule } from '../rule.js';

export const clocks: Rule = {
  id: 'clocks',
  title: 'Clocks',
  what: 'Contracts come a month closer to their end, leaders grow a month older in office.',
  parameters: [],
  create({ state }) {
    const { contract, superintendentMonths, unionPresidentMonths } = state;
    return {
      begin() {
        // The clocks are set by the initial state.
      },
      step() {
        for (let d = 0; d < contract.length; d++) {
          contract[d]!--;
          superintendentMonths[d]!++;
          unionPresidentMonths[d]!++;
        }
      },
    };
  },
};
