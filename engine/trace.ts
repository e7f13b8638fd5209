import { drawParameters } from './evidence/index.js';
import { engagement, practice } from './model/codes.js';
import type { State } from './model/state.js';
import { outcomes } from './model/outcomes/index.js';
import type { Population } from './population/population.js';
import { rootKey } from './random/index.js';
import { createKernel, type Kernel } from './run.js';
import type { Scenario } from './scenario/scenario.js';

/** What one replicate did, district by district: for the dot grid, the stories and the case replays. */
export interface Trace {
  readonly months: number;
  readonly districts: number;
  /** Practice code (0 adversarial, 1 IBB-trained, 2 collaborative) at month k of district d: [k * districts + d]. */
  readonly practice: Uint8Array;
  /** Step on the partnership's ladder, in the same shape. */
  readonly engagement: Uint8Array;
  readonly events: readonly TraceEvent[];
  /** Schools of the district asked for, year by year; empty without one. */
  readonly schools: readonly SchoolTrace[];
}

/** Something that happened in a district in a month (1 = the first). */
export interface TraceEvent {
  readonly month: number;
  readonly district: number;
  readonly kind: EventKind;
}

export type EventKind =
  | 'superintendentLeft'
  | 'unionPresidentLeft'
  | 'becameAware'
  | 'forgot'
  | 'inquired'
  | 'inquiryLapsed'
  | 'grantAwarded'
  | 'grantEnded'
  | 'trained'
  | 'facilitated'
  | 'continued'
  | 'ratified'
  | 'switchedBack'
  | 'becameTrained'
  | 'becameCollaborative'
  | 'relapsed';

/** One school at the end of each year, index 0 = the start. */
export interface SchoolTrace {
  readonly school: number;
  /** Partnership quality before it is clamped to 1..4. */
  readonly quality: Float64Array;
  readonly ties: Int32Array;
  readonly possibleTies: number;
  /** Chance that a pair renewed in the year is a tie; index 0 is unused. */
  readonly tieChance: Float64Array;
  /** API-equivalent score before it is clamped to 200..1000. */
  readonly api: Float64Array;
}

/**
 * Reruns one replicate of an ensemble and records it. Draws are addressed, so this is the very replicate of the batch.
 *
 * @param district index of the district whose schools are recorded, if any
 * @param kernel an existing kernel of the same population, to save building one
 */
export function traceReplicate(
  population: Population,
  scenario: Scenario,
  seed: string,
  replicate: number,
  district?: number,
  kernel: Kernel = createKernel(population),
): Trace {
  const months = 12 * scenario.years;
  const n = population.districts.count;
  const practices = new Uint8Array((months + 1) * n);
  const ladder = new Uint8Array((months + 1) * n);
  const events: TraceEvent[] = [];
  const schools = district === undefined ? [] : recordSchools(population, district, kernel, scenario.years);
  const { state } = kernel.stepper.model;
  const grants = new Int16Array(n);
  followReplicate(kernel, scenario, seed, replicate, (month) => {
    practices.set(state.practice, month * n);
    ladder.set(state.engagement, month * n);
    if (month > 0) {
      for (let d = 0; d < n; d++) noteEvents(events, state, d, month, n, practices, ladder, grants[d]!);
    }
    grants.set(state.grantMonths);
    if (month % 12 === 0) for (const school of schools) noteSchool(school, state, month / 12, district!);
  });
  return { months, districts: n, practice: practices, engagement: ladder, events, schools };
}

/**
 * Reruns one replicate of an ensemble for someone who reads the kernel's state as it goes.
 *
 * @param observe called at month 0 and after every month; it must not change the state
 */
export function followReplicate(
  kernel: Kernel,
  scenario: Scenario,
  seed: string,
  replicate: number,
  observe: (month: number) => void,
): void {
  const root = rootKey(seed);
  const parameters = drawParameters(root, replicate, scenario.assumptions);
  const out = new Float64Array(outcomes.length * (12 * scenario.years + 1));
  kernel.run(scenario, parameters, root, replicate, out, observe);
}

const ladderEvents: Readonly<Record<number, EventKind>> = {
  [engagement.inquired]: 'inquired',
  [engagement.trained]: 'trained',
  [engagement.facilitated]: 'facilitated',
  [engagement.continuing]: 'continued',
  [engagement.ratified]: 'ratified',
  [engagement.switchedBack]: 'switchedBack',
};

function noteEvents(
  events: TraceEvent[],
  state: State,
  district: number,
  month: number,
  n: number,
  practices: Uint8Array,
  ladder: Uint8Array,
  grantBefore: number,
): void {
  const note = (kind: EventKind): void => void events.push({ month, district, kind });
  const was = ladder[(month - 1) * n + district]!;
  const is = ladder[month * n + district]!;
  const before = practices[(month - 1) * n + district]!;
  const after = practices[month * n + district]!;
  if (state.superintendentSince[district] === month) note('superintendentLeft');
  if (state.unionPresidentSince[district] === month) note('unionPresidentLeft');
  const grant = state.grantMonths[district]!;
  if (grantBefore === 0 && grant > 0) note('grantAwarded');
  if (grantBefore > 0 && grant === 0) note('grantEnded');
  if (is !== was) {
    if (is === engagement.unaware) note('forgot');
    else if (is === engagement.aware) note(was === engagement.unaware ? 'becameAware' : 'inquiryLapsed');
    else note(ladderEvents[is]!);
  }
  if (after < before) note('relapsed');
  else if (after > before) note(after === practice.collaborative ? 'becameCollaborative' : 'becameTrained');
}

function recordSchools(
  population: Population,
  district: number,
  kernel: Kernel,
  years: number,
): SchoolTrace[] {
  const { firstSchool } = population.districts;
  const { possibleTies } = kernel.stepper.model.world;
  const traces: SchoolTrace[] = [];
  for (let school = firstSchool[district]!; school < firstSchool[district + 1]!; school++) {
    traces.push({
      school,
      quality: new Float64Array(years + 1),
      ties: new Int32Array(years + 1),
      possibleTies: possibleTies[school]!,
      tieChance: new Float64Array(years + 1),
      api: new Float64Array(years + 1),
    });
  }
  return traces;
}

function noteSchool(trace: SchoolTrace, state: State, year: number, district: number): void {
  const { deviation, ties, tieChance, fixed, moving } = state.schools;
  trace.quality[year] = state.quality[district]! + deviation[trace.school]!;
  trace.ties[year] = ties[trace.school]!;
  trace.tieChance[year] = tieChance[trace.school]!;
  trace.api[year] = fixed[trace.school]! + moving[trace.school]!;
}
