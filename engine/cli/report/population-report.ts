import type { PopulationDescription, Spread } from '../../population/index.js';
import { alignTable, wrap } from './align-table.js';

/** A population as text: its size, its source and how its districts differ. */
export function populationReport(population: PopulationDescription): string {
  const { schoolTypes, spread, possibleTies } = population;
  const counts = [
    ['States', whole(population.states)],
    ['Regions', whole(population.regions)],
    ['Districts', whole(population.districts)],
    ['Schools', whole(population.schools)],
    ...Object.entries(schoolTypes).map(([type, count]) => [`  ${type}`, whole(count)]),
    ['Students', whole(population.students)],
    ['Educators', whole(population.educators)],
    ['Students an educator', population.studentsPerEducator.toFixed(1)],
    ['Low-income students', percent(population.lowIncome)],
    ['Possible ties between educators', whole(possibleTies.educators)],
    ['Possible ties between districts', whole(possibleTies.districts)],
    ['Schools with a known score', whole(population.schoolsWithScore)],
    ['Districts with a known contract expiry', whole(population.contractsKnown)],
  ];
  return [
    `${population.id}: ${population.title}`,
    wrap(population.source),
    '',
    alignTable([['', 'Count'], ...counts], [1]),
    '',
    alignTable(
      [
        ['Over districts', 'Lowest', 'Quarter', 'Middle', 'Three quarters', 'Highest', 'Mean'],
        ['Students', ...figures(spread.students, whole)],
        ['Low-income students', ...figures(spread.lowIncome, percent)],
        ['Schools', ...figures(spread.schools, whole)],
      ],
      [1, 2, 3, 4, 5, 6],
    ),
  ].join('\n');
}

function figures({ min, q25, median, q75, max, mean }: Spread, write: (value: number) => string): string[] {
  return [min, q25, median, q75, max, mean].map(write);
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
