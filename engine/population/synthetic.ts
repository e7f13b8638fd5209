import { exp } from '../random/index.js';
import { addressedUniform, stratifiedNormals } from './addressed.js';
import { apportion } from './apportion.js';
import { districtKeys } from './assemble.js';
import type { DistrictDraft } from './draft.js';
import { figure } from './figure.js';
import { educatorsOf, syntheticState, type StateTotals } from './synthetic-state.js';

const stateSizeDraw = addressedUniform('population.state-size');

/** The other states of New England, with the prefix of their figures. */
const neighbours = [
  ['Connecticut', 'connecticut'],
  ['Maine', 'maine'],
  ['New Hampshire', 'newHampshire'],
  ['Rhode Island', 'rhodeIsland'],
  ['Vermont', 'vermont'],
] as const;

export function massachusetts(): DistrictDraft[] {
  return syntheticState(massachusettsTotals());
}

export function newEngland(): DistrictDraft[] {
  return newEnglandTotals().flatMap(syntheticState);
}

/** Massachusetts first, then its neighbours by name. */
export function newEnglandTotals(): StateTotals[] {
  const others = neighbours.map(([name, id]) => ({
    name,
    districts: figure(`${id}Districts`),
    schools: figure(`${id}Schools`),
    students: figure(`${id}Students`),
    lowIncome: figure('lowIncomeShare'),
  }));
  return [massachusettsTotals(), ...others];
}

/** Boston alone: its size is the real one, its schools are made up. */
export function boston(): DistrictDraft[] {
  const students = figure('bostonStudents');
  const schools = figure('bostonSchools');
  return [
    {
      name: 'Boston',
      state: 'Massachusetts',
      region: 'Boston',
      students,
      educators: educatorsOf(students, schools),
      lowIncome: figure('bostonLowIncome'),
      contractMonths: figure('bostonContractMonths'),
      englishLearners: NaN,
      schools,
    },
  ];
}

export function nation(): DistrictDraft[] {
  return nationTotals().flatMap(syntheticState);
}

/** States of log-normal size, schools and students in proportion to their districts. */
export function nationTotals(): StateTotals[] {
  const count = figure('nationStates');
  const digits = String(count).length;
  const names = Array.from({ length: count }, (_, i) => `State ${String(i + 1).padStart(digits, '0')}`);
  const keys = districtKeys(names.map((name) => ({ state: name, name: '' })));
  const sizes = stratifiedNormals(keys, stateSizeDraw).map((z) => exp(figure('nationStateLogSd') * z));
  const districts = apportion(figure('nationDistricts'), sizes, 1);
  const schools = apportion(figure('nationSchools'), districts, 1);
  const students = apportion(nationStudents(), districts, 1);
  return names.map((name, i) => ({
    name,
    districts: districts[i] ?? 1,
    schools: schools[i] ?? 1,
    students: students[i] ?? 1,
    lowIncome: figure('nationLowIncomeShare'),
  }));
}

function nationStudents(): number {
  return Math.round((figure('nationSchools') * figure('stateStudents')) / figure('stateSchools'));
}

function massachusettsTotals(): StateTotals {
  return {
    name: 'Massachusetts',
    districts: figure('stateDistricts'),
    schools: figure('stateSchools'),
    students: figure('stateStudents'),
    lowIncome: figure('lowIncomeShare'),
  };
}
