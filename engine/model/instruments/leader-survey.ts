import { draw, drawName, exponentialPriority, logistic, logit, uniform } from '../../random/index.js';
import { engagement, milestone, practice } from '../codes.js';
import type { Model } from '../rule.js';

export const roles = ['superintendent', 'committee', 'union'] as const;
export type Role = (typeof roles)[number];

/** Respondents by role. */
export type Respondents = Readonly<Record<Role, number>>;

/** The survey of March 2014, and that of 2011 with the same shares of roles (its own are not reported). */
export const surveyWaves = {
  before: { respondents: { superintendent: 24, committee: 81, union: 36 } },
  after: { respondents: { superintendent: 65, committee: 213, union: 94 } },
} as const satisfies Record<string, { respondents: Respondents }>;
export type SurveyWave = keyof typeof surveyWaves;

/** One leader's answers; shares of them are the rows of the report. */
export interface Answer {
  readonly district: number;
  readonly role: Role;
  readonly aware: boolean;
  readonly attended: boolean;
  readonly receivedTraining: boolean;
  readonly receivedFacilitation: boolean;
  readonly activeInGrant: boolean;
  readonly usedIbb: boolean;
  readonly negotiations: 'veryCollaborative' | 'collaborative' | 'adversarial' | 'veryAdversarial';
  readonly bargainingIsMeans: boolean;
  readonly confident: boolean;
  /** Of users only. */
  readonly satisfaction: 'satisfied' | 'neither' | 'dissatisfied';
  readonly wouldUseAgain: boolean;
  readonly meetsRegularly: boolean;
}

const questions = [
  'aware',
  'attended',
  'training',
  'grant',
  'used',
  'collaborative',
  'degree',
  'means',
  'confident',
  'satisfaction',
  'dissatisfied',
  'again',
  'meets',
] as const;
type Question = (typeof questions)[number];

const names = Object.fromEntries(
  roles.map((role) => [
    role,
    {
      respond: drawName(`survey.${role}.respond`),
      ask: Object.fromEntries(
        questions.map((question) => [question, drawName(`survey.${role}.${question}`)]),
      ),
    },
  ]),
) as Record<
  Role,
  { respond: ReturnType<typeof drawName>; ask: Record<Question, ReturnType<typeof drawName>> }
>;

/**
 * The virtual leader survey: asks as many leaders as answered, each by role, district and own use of IBB.
 *
 * Leaders answer with odds that rise with their district's involvement. A district has one superintendent, one union
 * leader and several committee members, so respondents cluster in districts. The wave before the partnership lacks the
 * statewide period effects, which states of districts cannot carry (model 7.7).
 *
 * @param month tick of the draws: asking in another month asks anew
 * @returns one answer a respondent; fewer where the population has fewer leaders
 */
export function surveyLeaders(
  model: Model,
  month: number,
  wave: SurveyWave,
  respondents: Respondents = surveyWaves[wave].respondents,
): Answer[] {
  const attitudes = attitudeChances((id) => model.inputs.value(id));
  return roles.flatMap((role) => {
    const luckOf = openQuestions(model, month, role);
    return chooseLeaders(model, month, role, respondents[role]).map((leader) =>
      ask(model, attitudes[wave], role, leader, luckOf),
    );
  });
}

/** A uniform for each question and respondent of a role; each question's stream is opened once. */
type QuestionLuck = (question: Question, id: number) => number;

function openQuestions({ luck }: Model, month: number, role: Role): QuestionLuck {
  const keys = Object.fromEntries(
    questions.map((question) => {
      luck.open(names[role].ask[question], month);
      return [question, { k0: luck.k0, k1: luck.k1 }];
    }),
  ) as Record<Question, { k0: number; k1: number }>;
  return (question, id) => uniform(draw(keys[question].k0, keys[question].k1, id));
}

/** A leader in the draws: committee members of one district differ in the top bits of its address. */
interface Leader {
  readonly district: number;
  readonly id: number;
}

function chooseLeaders(model: Model, month: number, role: Role, wanted: number): Leader[] {
  const { world, state, luck, inputs } = model;
  const { key } = world.population.districts;
  const odds = inputs.value('responseOdds');
  const members = role === 'committee' ? Math.round(inputs.value('committeeMembers')) : 1;
  luck.open(names[role].respond, month);
  const { k0, k1 } = luck;
  const priorities = Float64Array.from({ length: world.districts * members }, (_, index) => {
    const district = Math.floor(index / members);
    const done = state.milestones[district]!;
    const weight =
      (done & milestone.engaged ? odds : 1) *
      (done & milestone.trained ? odds : 1) *
      (done & milestone.grant ? odds : 1);
    return exponentialPriority(draw(k0, k1, leaderId(key[district]!, index % members)), weight);
  });
  const last = wanted > 0 ? (priorities.toSorted()[wanted - 1] ?? Infinity) : -Infinity;
  const chosen: Leader[] = [];
  priorities.forEach((priority, index) => {
    const district = Math.floor(index / members);
    if (priority <= last) chosen.push({ district, id: leaderId(key[district]!, index % members) });
  });
  return chosen;
}

function leaderId(districtKey: number, member: number): number {
  return districtKey ^ (member << 29);
}

function ask(
  { state, inputs }: Model,
  attitude: AttitudeChances,
  role: Role,
  { district: d, id }: Leader,
  luckOf: QuestionLuck,
): Answer {
  const says = (question: Question, chance: number): boolean => luckOf(question, id) < chance;
  const value = (parameter: string): number => inputs.value(parameter);
  const done = state.milestones[d]!;
  const userDistrict = state.practice[d] !== practice.adversarial;
  const usedIbb = says('used', value(userDistrict ? 'useReported' : 'useClaimed'));
  const involved = says('training', value('involvedTraining'));
  const collaborative = says('collaborative', value(usedIbb ? 'collaborativeUser' : 'collaborativeNonUser'));
  const together = state.practice[d] === practice.collaborative && usedIbb;
  const very = says(
    'degree',
    value(collaborative ? (together ? 'veryIfCollaborative' : 'veryIfNot') : 'veryAdversarial'),
  );
  const satisfied = says('satisfaction', value('satisfied'));
  return {
    district: d,
    role,
    aware: state.engagement[d] !== engagement.unaware && says('aware', value(awareOf[role])),
    attended: (done & milestone.attended) !== 0 && says('attended', value('attendedRespondent')),
    receivedTraining: (done & milestone.trained) !== 0 && involved,
    receivedFacilitation: (done & milestone.facilitated) !== 0 && involved,
    activeInGrant: state.grantMonths[d]! > 0 && says('grant', value('involvedGrant')),
    usedIbb,
    negotiations: collaborative
      ? very
        ? 'veryCollaborative'
        : 'collaborative'
      : very
        ? 'veryAdversarial'
        : 'adversarial',
    bargainingIsMeans: says('means', attitude.means(role, usedIbb)),
    confident: says('confident', attitude.confident(usedIbb)),
    satisfaction: satisfied
      ? 'satisfied'
      : says('dissatisfied', value('dissatisfied'))
        ? 'dissatisfied'
        : 'neither',
    wouldUseAgain: says('again', value('retainedChance')),
    meetsRegularly: says('meets', value(usedIbb ? 'meetsUser' : 'meetsNonUser')),
  };
}

const awareOf: Readonly<Record<Role, string>> = {
  superintendent: 'awareSuperintendent',
  committee: 'awareCommittee',
  union: 'awareUnion',
};

/** Chances of the two answers that the surveys before and after share. */
export interface AttitudeChances {
  readonly means: (role: Role, user: boolean) => number;
  readonly confident: (user: boolean) => number;
}

/** Both waves' chances: they differ by the statewide period effects alone. */
export function attitudeChances(
  value: (id: string) => number,
): Readonly<Record<SurveyWave, AttitudeChances>> {
  const means = (role: Role, user: boolean): number => {
    if (role === 'union') return value('meansUnion');
    if (role === 'superintendent') return value(user ? 'meansSuperintendentUser' : 'meansSuperintendent');
    return value(user ? 'meansCommitteeUser' : 'meansCommittee');
  };
  const confident = (user: boolean, period: number): number =>
    logistic(logit(value('confidentBefore')) + (user ? value('confidentUser') : 0) + period);
  return {
    before: {
      means: (role, user) => logistic(logit(means(role, user)) - value('meansPeriod')),
      confident: (user) => confident(user, 0),
    },
    after: { means, confident: (user) => confident(user, value('confidentPeriod')) },
  };
}
