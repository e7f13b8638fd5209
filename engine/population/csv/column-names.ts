import { deepFreeze } from '../../input/index.js';

/** What a column can tell. */
export type Role = keyof typeof columnNames;

/**
 * Names of the columns, normalised; where a file has several, an earlier list wins. Ours come first, then those of the
 * national files (NCES Common Core of Data and its ELSI table generator) and of the Massachusetts school profiles.
 */
export const columnNames = {
  district: [['district', 'district name', 'name', 'agency name', 'lea name', 'leanm', 'school district']],
  districtCode: [['district code', 'leaid', 'lea id', 'agency id nces assigned', 'agency id', 'district id']],
  school: [['school', 'school name', 'schnam', 'sch name']],
  schoolCode: [
    ['school code', 'ncessch', 'school id nces assigned', 'school id 12 digit nces assigned', 'school id'],
  ],
  students: [
    [
      'students',
      'total students all grades excludes ae',
      'total enrollment',
      'enrollment',
      'enrolment',
      'member',
      'total students',
    ],
    ['total students all grades includes ae', 'number of students'],
  ],
  lowIncomeCount: [
    [
      'low income students',
      'low income count',
      'low income number',
      'economically disadvantaged',
      'economically disadvantaged number',
      'free and reduced lunch students',
      'totfrl',
    ],
  ],
  lowIncomePercent: [
    [
      'low income percent',
      'percent low income',
      'economically disadvantaged percent',
      'percent economically disadvantaged',
    ],
  ],
  lowIncomeShare: [['low income share', 'share low income']],
  schools: [
    [
      'schools',
      'number of schools',
      'school count',
      'total number of public schools',
      'total number operational schools',
      'operational schools',
    ],
  ],
  educators: [
    [
      'educators',
      'teachers',
      'full time equivalent fte teachers',
      'fte teachers',
      'teachers fte',
      'total number of teachers fte',
      'fte count',
      'fte',
    ],
  ],
  region: [['region'], ['county', 'county name', 'coname', 'conm']],
  state: [
    ['state', 'state name', 'statename'],
    ['state abbr', 'stabr', 'st', 'lstate'],
  ],
  englishLearnersCount: [
    [
      'english learners',
      'english learner',
      'english language learner',
      'english language learners',
      'english learner number',
      'english language learner number',
      'limited english proficient lep english language learners ell',
      'ell',
      'lep',
    ],
  ],
  englishLearnersPercent: [
    [
      'english learners percent',
      'english learner percent',
      'english language learner percent',
      'percent english learners',
      'percent english learner',
      'percent english language learner',
    ],
  ],
  englishLearnersShare: [['english learners share']],
  contract: [['contract expiry', 'contract expires', 'contract expiration', 'contract end']],
  type: [['type', 'level', 'school level', 'stype']],
  grades: [['grade', 'grades', 'grades served', 'grade span']],
  charter: [['charter', 'charter school', 'charter text', 'charter status', 'school type', 'agency type']],
  api: [['api', 'api00']],
} as const satisfies Record<string, readonly (readonly string[])[]>;

/** Names that do not say whether they hold a number, a percentage or a share. */
export const ambiguousNames = [
  'low income',
  'poverty',
  'frl',
  'frpm',
  'free and reduced lunch',
  'subsidised meals',
];

/** The first name of every column that an import understands, with its other names. */
export const csvColumns: readonly { readonly role: Role; readonly names: readonly string[] }[] = deepFreeze(
  (Object.keys(columnNames) as Role[]).map((role) => ({ role, names: columnNames[role].flat() })),
);

/** What is longer names no column, and would be slow to look through. */
const LONGEST_NAME = 300;

/** Lower-case words of a header cell, without ELSI's "[District] 2022-23". */
export function normalise(header: string): string {
  return header
    .slice(0, LONGEST_NAME)
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\b(19|20)\d\d(-\d\d)?\b|latest available year/gi, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/%/g, ' percent ')
    .replace(/#/g, ' number ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const known: ReadonlySet<string> = new Set(csvColumns.flatMap((column) => column.names));

/** Whether a header cell names a column that an import understands. */
export function isRecognised(cell: string): boolean {
  return known.has(normalise(cell));
}

/** How many cells of a row name a column that an import understands. */
export function countRecognised(row: readonly string[]): number {
  return row.filter(isRecognised).length;
}
