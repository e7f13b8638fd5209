import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblems } from '../../engine/input/index.js';
import {
  loadPopulation,
  parsePopulationCsv,
  populationToCsv,
  type CsvOptions,
  type Population,
} from '../../engine/population/index.js';

const firstMonth = '2012-07';

function read(text: string, options: Partial<CsvOptions> = {}): Population {
  const result = parsePopulationCsv(text, { path: 'p.csv', firstMonth, ...options });
  if ('problems' in result) throw new Error(formatProblems(result.problems));
  return result.population;
}

const word = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcXYZ Éß0,;"\'\t|=%-') })
  .map((text) => `n${text}`.replace(/\s+/g, ' ').trim());

const district = fc.record({
  name: word,
  state: fc.constantFrom('North', 'South, far', 'East'),
  region: fc.constantFrom('Hills', 'Coast "new"', 'Plain'),
  students: fc.integer({ min: 40, max: 60_000 }),
  lowIncome: fc.double({ min: 0, max: 1, noNaN: true }),
  schools: fc.integer({ min: 1, max: 40 }),
  educators: fc.integer({ min: 80, max: 5000 }),
  learners: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  contract: fc.option(fc.integer({ min: 0, max: 120 })),
});
type District = typeof district extends fc.Arbitrary<infer T> ? T : never;

const districts = fc.uniqueArray(district, {
  minLength: 1,
  maxLength: 12,
  selector: ({ state, name }) => `${state}/${name.toLowerCase()}`,
});

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const month = (months: number): string => {
  const at = 2012 * 12 + 6 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};

const header =
  'name,state,region,students,low-income share,schools,educators,english learners share,contract expiry';

function toRow(d: District): string {
  const numbers = [d.students, d.lowIncome, d.schools, d.educators, d.learners ?? ''];
  return [
    ...[d.name, d.state, d.region].map(quote),
    ...numbers,
    d.contract === null ? '' : month(d.contract),
  ].join(',');
}

const toCsv = (list: readonly District[]): string => [header, ...list.map(toRow)].join('\n');

test('a file of districts keeps every figure, whatever the names hold', () => {
  fc.assert(
    fc.property(districts, (list) => {
      const { districts: d, states } = read(toCsv(list));
      expect(d.name).toEqual(list.map(({ name }) => name));
      expect([...d.students]).toEqual(list.map(({ students }) => students));
      expect([...d.lowIncome]).toEqual(list.map(({ lowIncome }) => lowIncome));
      expect([...d.educators]).toEqual(list.map(({ educators }) => educators));
      expect([...d.contractMonths]).toEqual(list.map(({ contract }) => contract ?? -1));
      expect(Array.from(d.state, (i) => states[i])).toEqual(list.map(({ state }) => state));
    }),
  );
});

test('district rows, written and read back, give the same population with the same schools', () => {
  fc.assert(
    fc.property(districts, (list) => {
      const before = read(toCsv(list));
      const after = read(populationToCsv(before, { rows: 'districts', firstMonth }));
      expect({ ...after, source: '' }).toEqual({ ...before, source: '' });
    }),
  );
});

test('school rows, written and read back, give the same schools', () => {
  fc.assert(
    fc.property(districts, (list) => {
      const before = read(toCsv(list));
      const after = read(populationToCsv(before, { rows: 'schools', firstMonth }));
      expect(after.schools).toEqual(before.schools);
      expect(after.districts.key).toEqual(before.districts.key);
      expect(after.districts.students).toEqual(before.districts.students);
      after.districts.lowIncome.forEach((share, i) => {
        expect(share).toBeCloseTo(before.districts.lowIncome[i]!, 9);
      });
    }),
  );
});

test.each(['abc-unified', 'california-2000', 'massachusetts', 'new-england'])(
  '%s survives a round trip by school rows',
  async (id) => {
    const before = await loadPopulation(id);
    const after = read(populationToCsv(before, { rows: 'schools' }));
    expect(after.schools).toEqual(before.schools);
    const { englishLearners: _, lowIncome: __, ...figures } = before.districts;
    expect(after.districts).toMatchObject(figures);
    expect(after.regions).toEqual(before.regions);
  },
);

test('Massachusetts survives a round trip by district rows, made-up schools included', async () => {
  const before = await loadPopulation('massachusetts');
  const after = read(populationToCsv(before, { rows: 'districts' }));
  expect(after.schools).toEqual(before.schools);
  expect(after.districts).toEqual(before.districts);
});

/** One fault in a good row, and the column that must be named. */
const faults: readonly { readonly column: string; readonly spoil: (cells: string[]) => void }[] = [
  { column: 'name', spoil: (cells) => (cells[0] = '') },
  { column: 'state', spoil: (cells) => (cells[1] = '') },
  { column: 'students', spoil: (cells) => (cells[3] = 'lots') },
  { column: 'students', spoil: (cells) => (cells[3] = '-1') },
  { column: 'students', spoil: (cells) => (cells[3] = '12.5') },
  { column: 'students', spoil: (cells) => (cells[3] = '') },
  { column: 'low-income share', spoil: (cells) => (cells[4] = '1.01') },
  { column: 'low-income share', spoil: (cells) => (cells[4] = 'n/a') },
  { column: 'schools', spoil: (cells) => (cells[5] = '0') },
  { column: 'educators', spoil: (cells) => (cells[6] = '1e9') },
  { column: 'english learners share', spoil: (cells) => (cells[7] = '-0.1') },
  { column: 'contract expiry', spoil: (cells) => (cells[8] = '2014-00') },
];

test('every injected fault is reported, with its line and column, and nothing else is', () => {
  const plain = district.map((d) => ({
    ...d,
    name: d.name.replace(/[^a-zA-Z0-9]/g, ''),
    state: 'North' as const,
    region: 'Hills' as const,
  }));
  const plainDistricts = fc.uniqueArray(plain, {
    minLength: 1,
    maxLength: 12,
    selector: (d) => d.name.toLowerCase(),
  });
  const choice = fc.option(fc.nat(faults.length - 1), { freq: 1 });
  fc.assert(
    fc.property(plainDistricts, fc.array(choice, { minLength: 12, maxLength: 12 }), (list, choices) => {
      const expected: string[] = [];
      const rows = list.map((d, i) => {
        const cells = toRow(d).replaceAll('"', '').split(',');
        const fault = faults[choices[i] ?? -1];
        if (!fault) return cells.join(',');
        fault.spoil(cells);
        expected.push(`${i + 2} ${fault.column}`);
        return cells.join(',');
      });
      const result = parsePopulationCsv([header, ...rows].join('\n'), { path: 'p.csv', firstMonth });
      const found =
        'problems' in result ? result.problems.map(({ line, column }) => `${line} ${column}`) : [];
      expect(found).toEqual(expected);
    }),
  );
});

test('no text at all makes the import throw', () => {
  const messy = fc.string({
    unit: fc.constantFrom(...'name,students;low income share\n"\t|123.%\r\ufeff\u0000†'),
    maxLength: 200,
  });
  fc.assert(
    fc.property(messy, fc.boolean(), (text, withHeader) => {
      const result = parsePopulationCsv(withHeader ? `${header}\n${text}` : text, {
        path: 'p.csv',
        firstMonth,
      });
      expect(
        'problems' in result ? result.problems.length : result.population.districts.count,
      ).toBeGreaterThan(0);
    }),
  );
});

test('another district changes nothing for the others: keys, schools and their figures stay', () => {
  fc.assert(
    fc.property(districts, fc.nat(), (list, at) => {
      const without = list.filter((_, i) => i !== at % list.length);
      if (without.length === 0) return;
      const all = read(toCsv(list));
      const fewer = read(toCsv(without));
      const schoolsOf = (p: Population, name: number): unknown[] =>
        p.schools.name.flatMap((school, j) =>
          p.schools.district[j] === name
            ? [[school, p.schools.key[j], p.schools.type[j], p.schools.students[j], p.schools.lowIncome[j]]]
            : [],
        );
      without.forEach((d, i) => {
        const before = list.indexOf(d);
        expect(fewer.districts.key[i]).toBe(all.districts.key[before]);
        expect(schoolsOf(fewer, i)).toEqual(schoolsOf(all, before));
      });
    }),
    { numRuns: 40 },
  );
});
