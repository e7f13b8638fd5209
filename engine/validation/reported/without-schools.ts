import type { Population } from '../../population/index.js';

/**
 * The same districts without their schools. No district rule reads a school and every draw is addressed, so each
 * district's path is bit for bit the one it has with schools, at a fraction of the cost.
 */
export function withoutSchools(population: Population): Population {
  const { schools, districts } = population;
  return {
    ...population,
    districts: { ...districts, firstSchool: new Uint32Array(districts.count + 1) },
    schools: {
      count: 0,
      name: [],
      key: schools.key.slice(0, 0),
      district: schools.district.slice(0, 0),
      type: schools.type.slice(0, 0),
      students: new Float64Array(0),
      educators: new Float64Array(0),
      lowIncome: new Float64Array(0),
      api: new Float64Array(0),
    },
  };
}
