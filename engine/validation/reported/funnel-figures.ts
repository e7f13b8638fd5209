import { milestone } from '../../model/codes.js';
import type { Model } from '../../model/rule.js';
import type { SimulatedFigures } from './simulated-figures.js';

/** Month at which the report counts: two years from the first month of the partnership. */
export const funnelMonth = 24;

/** The counts of the partnership's first two years, read at month 24: later steps are censored there, as in the report. */
export function funnelFigures({ world, state }: Model): SimulatedFigures {
  const { totals, milestones } = state;
  const { students, educators, lowIncome } = world.population.districts;
  const sumWhere = (bit: number, value: (d: number) => number): number => {
    let sum = 0;
    for (let d = 0; d < world.districts; d++) if (milestones[d]! & bit) sum += value(d);
    return sum;
  };
  const studentsWhere = (bit: number): number => sumWhere(bit, (d) => students[d]!);
  const grantStudents = studentsWhere(milestone.grant);
  const asks = milestone.inquired | milestone.trained;
  return {
    'districts-engaged': { value: totals.engaged },
    'students-engaged': { value: studentsWhere(milestone.engaged) },
    inquired: { value: totals.inquired / world.districts },
    trained: { value: totals.trained },
    'trained-students': { value: studentsWhere(milestone.trained) },
    facilitated: { value: totals.facilitated },
    continued: { value: totals.continued },
    'switched-to-traditional': { value: totals.switchedBack },
    'contracts-ratified': { value: totals.contracts },
    'dcp-districts': { value: totals.grants },
    'dcp-students': { value: grantStudents },
    'dcp-educators': { value: sumWhere(milestone.grant, (d) => educators[d]!) },
    'dcp-low-income': {
      value: sumWhere(milestone.grant, (d) => students[d]! * lowIncome[d]!) / grantStudents,
    },
    'dcp-to-ibb': { value: sumWhere(milestone.grant, (d) => (milestones[d]! & asks ? 1 : 0)) },
  };
}
