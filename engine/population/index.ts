export { schoolTypes, type Districts, type Population, type Schools, type SchoolType } from './population.js';
export { loadPopulation, populationNames, type PopulationInfo } from './load.js';
export { describePopulation, type PopulationDescription, type Spread } from './describe.js';
