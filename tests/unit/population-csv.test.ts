import { describe, expect, test } from 'vitest';
import { countProblems, formatProblems, type Problem } from '../../engine/input/index.js';
import {
  formatWarnings,
  parsePopulationCsv,
  type CsvOptions,
  type Population,
} from '../../engine/population/index.js';

const path = 'my.csv';

function read(text: string, options: Partial<CsvOptions> = {}): { population: Population; warnings: string } {
  const result = parsePopulationCsv(text, { path, ...options });
  if ('problems' in result) throw new Error(formatProblems(result.problems));
  return { population: result.population, warnings: formatWarnings(path, result.warnings) };
}

function refuse(text: string, options: Partial<CsvOptions> = {}): readonly Problem[] {
  const result = parsePopulationCsv(text, { path, ...options });
  if ('population' in result) throw new Error('accepted');
  return result.problems;
}

const header = 'name,students,low-income share';

describe('a district file', () => {
  const full = [
    'district,state,region,students,low-income share,schools,educators,English learners,contract expiry',
    'Alder,North,Hills,"1,024",0.25,3,80,64,2014-06',
    'Birch,North,Coast,512,0.5,1,40,,',
  ].join('\n');

  test('keeps every figure', () => {
    const { population, warnings } = read(full, { firstMonth: '2012-07', title: 'Mine' });
    const { districts } = population;
    expect(population).toMatchObject({ id: 'my', title: 'Mine', synthetic: false, states: ['North'] });
    expect(population.regions).toEqual(['Hills', 'Coast']);
    expect(districts.name).toEqual(['Alder', 'Birch']);
    expect([...districts.students]).toEqual([1024, 512]);
    expect([...districts.lowIncome]).toEqual([0.25, 0.5]);
    expect([...districts.educators]).toEqual([80, 40]);
    expect([...districts.firstSchool]).toEqual([0, 3, 4]);
    expect([...districts.contractMonths]).toEqual([23, -1]);
    expect([...(districts.englishLearners ?? [])]).toEqual([0.0625, NaN]);
    expect(warnings).toBe('');
    expect(population.source).toContain("contract expiry from 'contract expiry'");
  });

  test('of names, students and need says what it assumes', () => {
    const { population, warnings } = read(`${header}\nAlder,2048,0.25\nBirch,100,0.5`);
    expect([...population.districts.firstSchool]).toEqual([0, 4, 5]);
    expect([...population.districts.educators]).toEqual([151, 7]);
    expect(warnings).toContain(
      'number of schools not given: one for 512 students assumed, at least one (2 rows',
    );
    expect(warnings).toContain('educators not given: one for 13.6 students assumed (2 rows, lines 2, 3)');
    expect(warnings).toContain('no column for the state');
    expect(warnings).toContain('no column for the region');
    expect(population.districts.englishLearners).toBeUndefined();
  });

  test.each([
    ['semicolons', `name;students;low-income share\nAlder;2048;0.25`],
    ['tabs', `name\tstudents\tlow-income share\nAlder\t2048\t0.25`],
    ['a byte-order mark', `\ufeff${header}\nAlder,2048,0.25`],
    ['Windows line ends', `${header}\r\nAlder,2048,0.25\r\n`],
    ['old Macintosh line ends', `${header}\rAlder,2048,0.25\r`],
    ['quoted cells', `"name","students","low-income share"\n"Alder","2,048","0.25"`],
    ['blank lines', `\n${header}\n\nAlder,2048,0.25\n\n`],
    ['thousands by spaces', `${header}\nAlder,2 048,0.25`],
    ['a percent sign', `${header}\nAlder,2048,25%`],
    ['percentages', `name,students,low-income percent\nAlder,2048,25`],
    ['counts', `name,students,low-income students\nAlder,2048,512`],
    ['whole numbers with a point', `${header}\nAlder,2048.0,0.25`],
    ['other capitals and marks', `NAME,Students,Low_Income-Share\n  Alder ,2048,0.25`],
    ['formula-quoted cells', `${header}\n"=""Alder""","=""2048""",0.25`],
    ['empty cells at the end', `${header},,\nAlder,2048,0.25,,`],
  ])('may have %s', (_, text) => {
    const { districts } = read(text).population;
    expect(districts.name).toEqual(['Alder']);
    expect([districts.students[0], districts.lowIncome[0]]).toEqual([2048, 0.25]);
  });

  test('keeps a name that holds the delimiter, quotation marks or a line break', () => {
    const { population } = read(`${header}\n"Oak, ""Old""\nTown",100,0.1`);
    expect(population.districts.name).toEqual(['Oak, "Old" Town']);
  });

  test('uses the count where a percentage disagrees with it, and says where', () => {
    const { population, warnings } = read(
      `name,students,low-income students,low-income percent\nAlder,200,50,25.4\nBirch,200,50,80`,
    );
    expect([...population.districts.lowIncome]).toEqual([0.25, 0.25]);
    expect(warnings).toContain("'low-income percent' is not 'low-income students' / 'students'");
    expect(warnings).toMatch(/'low-income students' is used \(line 3\)/);
  });

  test('leaves out districts without students or unpublished figures, and says so', () => {
    const { population, warnings } = read(`${header}\nAlder,0,\nBirch,†,†\nCedar,90,‡\nElm,80,0.2`);
    expect(population.districts.name).toEqual(['Elm']);
    expect(warnings).toContain("rows left out: no students in 'students' (line 2)");
    expect(warnings).toContain(
      "rows left out: the number of students is not published in 'students' (line 3)",
    );
    expect(warnings).toContain("rows left out: 'low-income share' is not published (line 4)");
  });

  test('takes an expired contract as expiring in the first month, with a warning', () => {
    const { population, warnings } = read(`${header},contract expiry\nAlder,90,0.2,2011-01`, {
      firstMonth: '2012-07',
    });
    expect(population.districts.contractMonths[0]).toBe(0);
    expect(warnings).toContain('contracts expired before 2012-07');
  });

  test('tells districts of one name apart by code or state', () => {
    const byCode = read('district,leaid,students,low-income share\nOak,01,90,0.1\nOak,02,80,0.1');
    expect(byCode.population.districts.name).toEqual(['Oak (01)', 'Oak (02)']);
    expect(byCode.warnings).toContain("several districts are called 'Oak'");
    const byState = read('district,state,students,low-income share\nOak,North,90,0.1\nOak,South,80,0.1');
    expect(byState.population.districts.name).toEqual(['Oak', 'Oak']);
  });
});

describe('the national files', () => {
  test("of ELSI, with lines above and below the table and the year in each column's name", () => {
    const { population, warnings } = read(
      [
        'ELSI Export',
        '"National Center for Education Statistics, CCD"',
        '',
        'Agency Name,State Name [District] Latest available year,"Total Students, All Grades (Excludes AE) [District] 2013-14",Free and Reduced Lunch Students [District] 2013-14,Full-Time Equivalent (FTE) Teachers [District] 2013-14,Agency ID - NCES Assigned [District] Latest available year,County Name [District] 2013-14',
        'ALDER,Ohio,"1,024",256,64.50,"=""3900001""",Adams County',
        'BIRCH,Ohio,–,–,–,"=""3900002""",Adams County',
        '"Data Source: U.S. Department of Education"',
        '† indicates that the data are not applicable.',
      ].join('\n'),
    );
    expect(population.districts.name).toEqual(['ALDER']);
    expect(population.states).toEqual(['Ohio']);
    expect(population.regions).toEqual(['Adams County']);
    expect(population.districts.educators[0]).toBe(65);
    expect(warnings).toContain('3 rows above the header are skipped');
    expect(warnings).toContain('2 rows below the table are skipped');
  });

  test('of the Massachusetts profiles, with # for numbers and % for percentages', () => {
    const { population, warnings } = read(
      'District Name,District Code,Total # of Teachers (FTE),Total Enrollment,English Learner #,English Learner %,Low Income #,Low Income %\n' +
        'Alder,00010000,64.5,"1,024",64,6.3,256,25.0\nBirch,00020000,40.0,512,64,12.5,256,30.0',
    );
    const { districts } = population;
    expect([...districts.educators]).toEqual([65, 40]);
    expect([...districts.lowIncome]).toEqual([0.25, 0.5]);
    expect([...(districts.englishLearners ?? [])]).toEqual([0.0625, 0.125]);
    expect(warnings).toContain("'Low Income %' is not 'Low Income #' / 'Total Enrollment'");
    expect(warnings).toContain("'Low Income #' is used (line 3)");
  });

  test('of the CCD, one row a school', () => {
    const { population } = read(
      'LEA_NAME,LEAID,SCH_NAME,STABR,MEMBER,TOTFRL,FTE,LEVEL,CHARTER_TEXT\n' +
        'Alder,3900001,Alder High,OH,600,150,40,High,No\nAlder,3900001,Alder Elem,OH,400,200,25,Elementary,No',
    );
    expect(population.districts).toMatchObject({ count: 1, name: ['Alder'] });
    expect(population.districts.students[0]).toBe(1000);
    expect(population.districts.lowIncome[0]).toBeCloseTo(0.35, 12);
    expect([...population.schools.type]).toEqual([2, 0]);
    expect([...population.schools.educators]).toEqual([40, 25]);
  });
});

describe('the Massachusetts school profiles, one row a school', () => {
  const columns =
    'School Code,School Name,School Type,Grade,Town,Zip,District Name,District Code,TOTAL_Enrollment,English Language Learner,Economically Disadvantaged,% Economically Disadvantaged,Number of Students,FTE Count';
  const rows = [
    '00010505,Alder High,Public School,"09,10,11,12",Alder,2351,Alder,00010000,400,10.0,100.0,94.4,451.0,60.0',
    '00010003,Alder Elementary,Public School,"K,01,02,03",Alder,2351,Alder,00010000,600,40.0,150.0,25,643.0,60.0',
    '00020001,Birch Middle,Public School,"06,07,08",Birch,1001,Birch,00020000,300,0.0,30.0,10,299.0,30.0',
    '00020002,Birch K-8,Public School,"PK,K,01,07,08",Birch,1001,Birch,00020000,300,0.0,30.0,10,299.0,30.0',
    '00030001,Cedar A,Public School,PK,Cedar,1002,Cedar,00030000,100,0.0,10.0,10,99.0,9.0',
    '00030002,Cedar B,Public School,,Cedar,1002,Cedar,00030000,200,0.0,20.0,10,99.0,9.0',
    '35060001,Oak Charter,Charter School,"05,06",Elm,1003,Oak Charter (District),35060000,50,5.0,25.0,50,50.0,',
    '00040001,Area,Public School,12,Elm,1003,Institutional,00040000,0,,,,,',
  ];
  const text = [columns, ...rows].join('\n');

  test('aggregate to districts, the schools kept with their types', () => {
    const { population, warnings } = read(text);
    const { districts, schools } = population;
    expect(districts.name).toEqual(['Alder', 'Birch', 'Cedar', 'Oak Charter (District)']);
    expect([...districts.students]).toEqual([1000, 600, 300, 50]);
    expect([...districts.lowIncome]).toEqual([0.25, 0.1, 0.1, 0.5]);
    expect([...districts.educators.slice(0, 3)]).toEqual([60, 30, 9]);
    expect([...(districts.englishLearners ?? [])][0]).toBeCloseTo(0.05, 12);
    expect([...schools.type.slice(0, 5)]).toEqual([2, 0, 1, 0, 0]);
    expect(warnings).toContain(
      "'FTE Count' repeats one value in all schools of a district: read as the district's total",
    );
    expect(warnings).toMatch(/is used \(line 2\)/);
    expect(warnings).toContain('no type or grades: types assumed');
    expect(warnings).toContain("no students in 'TOTAL_Enrollment' (line 9)");
    expect(warnings).toMatch(/charter schools: kept.*\(line 8\)/);
    expect(population.source).toMatch(/not read: 'Town', 'Zip', 'Number of Students'/);
  });

  test('without charter schools when asked', () => {
    const { population, warnings } = read(text, { charters: 'leave-out' });
    expect(population.districts.count).toBe(3);
    expect(warnings).toContain('charter schools: left out, as asked (line 8)');
  });

  test('refuse a school twice, and two names for one district code', () => {
    const broken = [columns, rows[0], rows[0], rows[1]?.replace('2351,Alder', '2351,Ader')].join('\n');
    const problems = formatProblems(refuse(broken));
    expect(problems).toContain("my.csv:3: School Name = 'Alder High' must be unique in its district; line 2");
    expect(problems).toContain("my.csv:4: District Name = 'Ader' must be 'Alder' as on line 2");
  });
});

describe('a broken file is refused with', () => {
  test.each([
    ['', 'must not be empty'],
    ['  \n \n', 'must not be empty'],
    ['PK\u0003\u0004abc', 'must be a text file; save the spreadsheet as CSV (UTF-8)'],
    [header, 'must hold at least one district with students'],
    ['name,students\nA,1', "my.csv:1: header = 'name, students' must have a column for low-income students"],
    ['name,Studnets,low-income share\nA,1,0', "rename 'Studnets' to 'students'"],
    ['name,students,low income\nA,1,0', "low income = 'low income' must say what it holds"],
    [
      'name,district,students,low-income share\nA,B,1,0',
      'must be the only column of its kind; keep one of columns 1 and 2',
    ],
    [`${header}\nA,"100,0.3\nB,1,0`, 'my.csv:2:'],
    [`${header}\nA,100`, "my.csv:2: '2 cells' must have 3 cells, as the header has"],
    [`${header}\nA,1,024,0.3`, "my.csv:2: '4 cells' must have 3 cells"],
    [`${header}\nA,many,0.3`, "my.csv:2: students = 'many' must be a number"],
    [`${header}\nA,-5,0.3`, 'my.csv:2: students = -5 must be between 0 and 2000000'],
    [`${header}\nA,10.5,0.3`, 'my.csv:2: students = 10.5 must be a whole number'],
    [`${header}\nA,,0.3`, "my.csv:2: students = '' must be given"],
    [`${header}\nA,100,`, "my.csv:2: low-income share = '' must be given"],
    [
      `${header}\nA,100,38`,
      "low-income share = 38 must be between 0 and 1; for percentages, name the column '... percent'",
    ],
    [
      `${header}\nA,100,"0,38"`,
      "low-income share = '0,38' must be a number; write the decimal mark as a point",
    ],
    [`${header}\n,100,0.3`, "my.csv:2: name = '' must be given"],
    [
      `${header}\nA,100,0.3\n\na,90,0.2`,
      "my.csv:4: name = 'a' must be unique in its state; line 2 has it too",
    ],
    [
      'name,students,low-income students\nA,100,101',
      'low-income students = 101 must be at most the 100 students',
    ],
    [`${header},schools\nA,100,0.3,101`, 'schools = 101 must be at most the 100 students'],
    [`${header},schools\nA,100,0.3,0`, 'schools = 0 must be between 1 and 5000'],
    [`${header},educators\nA,100,0.3,0`, 'educators = 0 must be between 1 and 300000'],
    [`${header},contract expiry\nA,100,0.3,2014-06`, 'give the first month as YYYY-MM, or remove the column'],
  ])('%j', (text, message) => {
    expect(formatProblems(refuse(text))).toContain(message);
  });

  test.each(['2014', '2014-13', '06/2014', '2099-01'])('contract expiry %s', (month) => {
    const [problem] = refuse(`${header},contract expiry\nA,100,0.3,${month}`, { firstMonth: '2012-07' });
    expect(problem).toMatchObject({ line: 2, column: 'contract expiry', value: month });
  });

  test('all problems of all lines at once, in their order, fifty of them written out', () => {
    const rows = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? `D${i},x,0.5` : `D${i},10`));
    const problems = refuse([header, ...rows].join('\n'));
    expect(problems.map(({ line }) => line)).toEqual(rows.map((_, i) => i + 2));
    expect(formatProblems(problems)).toMatch(/and 10 more$/);
  });

  test('more states than there can be: another column was read as one', () => {
    const rows = Array.from({ length: 101 }, (_, i) => `D${i},S${i},10,0.5`);
    const [problem] = refuse(['name,state,students,low-income share', ...rows].join('\n'));
    expect(problem).toMatchObject({ column: 'state', value: '101 different values' });
  });
});

test('two schools need four educators: raised, with a warning', () => {
  const { population, warnings } = read(`${header},schools,educators\nA,40,0.3,2,3`);
  expect(population.districts.educators[0]).toBe(4);
  expect(warnings).toContain('fewer than 2 educators a school: raised to that (line 2)');
});

describe('a file is refused before it is cut into cells where it has', () => {
  const row = 'Alder,90,0.1';
  test.each<[string, string, RegExp]>([
    ['too many lines', `${header}\n${'a\n'.repeat(300_000)}`, /at most 300,000 lines/],
    ['lines without end', 'x'.repeat(5_000_000), /at most 100,000 characters a line/],
    ['commas without end', ','.repeat(5_000_000), /at most 100,000 characters a line/],
    [
      'a quoted line without end',
      `${header}\n"${'x'.repeat(5_000_000)}`,
      /at most 100,000 characters a line/,
    ],
    ['too many columns', `${header}${',x'.repeat(998)}\n${row}`, /at most 1,000 columns/],
    [
      'too many cells',
      `${header}${',x'.repeat(900)}\n${`${','.repeat(902)}\n`.repeat(14_000)}`,
      /12,000,000 cells/,
    ],
    ['too many characters', ' '.repeat(60_000_001).replace(' ', 'a'), /at most 60,000,000 characters/],
    ['zero bytes', `${header}\n${'\u0000'.repeat(5_000_000)}`, /must be a text file/],
  ])('%s', (_, text, rule) => {
    const problems = refuse(text);
    expect(problems).toHaveLength(1);
    expect(formatProblems(problems)).toMatch(rule);
  });

  test('a quotation mark that nothing closes', () => {
    const problems = refuse(`${header}\n"${`${row}\n`.repeat(200_000)}`);
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[2, 'must close each quotation mark']]);
    expect(problems[0]!.value.length).toBeLessThan(200);
  });
});

test('a thousand problems are listed and millions counted', () => {
  const problems = refuse(`${header}\n${'Alder\n'.repeat(250_000)}`);
  expect(problems).toHaveLength(1000);
  expect(countProblems(problems)).toBe(250_000);
  expect(formatProblems(problems)).toMatch(/and 249950 more$/);
});

test('what would be slow to look through is no name and no number', () => {
  const long = `Alder,${'1'.repeat(90_000)}x,0.5`;
  expect(refuse(`${header}\n${long}`).map(({ rule }) => rule)).toEqual(['must be a number']);
  expect(read(`${'['.repeat(90_000)}\n${header}\nAlder,90,0.5`).population.districts.count).toBe(1);
});

test.each([
  ['low-income percent', '100.01', 100],
  ['low-income percent', '150', 100],
  ['low-income percent', '200%', 100],
  ['low-income share', '1.5', 1],
  ['low-income share', '101%', 100],
])('a %s of %s is more than all and refused', (column, value, full) => {
  const [problem, ...others] = refuse(`name,students,${column}\nAlder,90,${value}`);
  expect(problem).toMatchObject({ line: 2, column, value, rule: `must be between 0 and ${full}` });
  expect(others).toEqual([]);
});

test('an English learner percentage above 100 is refused', () => {
  const text = `${header},English learners percent\nAlder,90,0.1,100\nBirch,90,0.1,100.5`;
  expect(refuse(text).map(({ line, rule }) => [line, rule])).toEqual([[3, 'must be between 0 and 100']]);
});
