import type { Answer, Role } from '../../model/instruments/leader-survey.js';
import { roles } from '../../model/instruments/leader-survey.js';
import { shareOf, type SimulatedFigures } from './simulated-figures.js';

/** Months of the survey of March 2014, and of the state that the survey before the partnership asks. */
export const surveyMonth = 20;
export const surveyMonthBefore = 0;

export const isCollaborative = ({ negotiations }: Answer): boolean =>
  negotiations === 'collaborative' || negotiations === 'veryCollaborative';
const isMeans = ({ bargainingIsMeans }: Answer): boolean => bargainingIsMeans;
const isConfident = ({ confident }: Answer): boolean => confident;

/**
 * Every row of the two leader surveys.
 *
 * @param before answers of the survey before the partnership
 * @param after answers of the survey in month 20
 */
export function surveyFigures(before: readonly Answer[], after: readonly Answer[]): SimulatedFigures {
  const of = (role: Role, answers = after): Answer[] => answers.filter((answer) => answer.role === role);
  const users = after.filter(({ usedIbb }) => usedIbb);
  const others = after.filter(({ usedIbb }) => !usedIbb);
  const notUnion = (answers: readonly Answer[]): Answer[] => answers.filter(({ role }) => role !== 'union');
  const says = (answers: readonly Answer[], what: Answer['negotiations']): number =>
    shareOf(answers, ({ negotiations }) => negotiations === what);
  const aware = (answers: readonly Answer[]): number => shareOf(answers, (answer) => answer.aware);
  const satisfaction = (what: Answer['satisfaction']): number =>
    shareOf(users, (answer) => answer.satisfaction === what);
  const byUse = (role: Role): { ibb: number; traditional: number } => ({
    ibb: shareOf(
      users.filter((answer) => answer.role === role),
      isMeans,
    ),
    traditional: shareOf(
      others.filter((answer) => answer.role === role),
      isMeans,
    ),
  });
  const rises = roles.map((role) => shareOf(of(role), isMeans) - shareOf(of(role, before), isMeans));
  const unionRise = rises[roles.indexOf('union')]!;
  const union = byUse('union');
  const one = (value: number): { value: number } => ({ value });
  return {
    aware: one(aware(after)),
    'attended-conference': one(shareOf(after, ({ attended }) => attended)),
    'received-ibb-training': one(shareOf(after, ({ receivedTraining }) => receivedTraining)),
    'received-facilitation': one(shareOf(after, ({ receivedFacilitation }) => receivedFacilitation)),
    'active-in-dcp': one(shareOf(after, ({ activeInGrant }) => activeInGrant)),
    'used-ibb-recently': one(users.length / after.length),
    'bargaining-is-a-means-2011': one(shareOf(before, isMeans)),
    'bargaining-is-a-means-2014': one(shareOf(after, isMeans)),
    'confident-2011': one(shareOf(before, isConfident)),
    'confident-2014': one(shareOf(after, isConfident)),
    'confident-2014-union': one(shareOf(of('union'), isConfident)),
    'confident-2014-superintendent': one(shareOf(of('superintendent'), isConfident)),
    'confident-2014-committee': one(shareOf(of('committee'), isConfident)),
    'negotiations-collaborative': Object.fromEntries(
      roles.map((role) => [role, shareOf(of(role), isCollaborative)]),
    ),
    'ibb-very-collaborative': one(says(users, 'veryCollaborative')),
    'non-ibb-very-collaborative': one(
      ratioTo(users, says(others, 'veryCollaborative'), says(users, 'veryCollaborative')),
    ),
    'ibb-collaborative': one(shareOf(users, isCollaborative)),
    'non-ibb-collaborative': one(shareOf(others, isCollaborative)),
    'adversarial-ratio': one(
      ratioTo(users, 1 - shareOf(others, isCollaborative), 1 - shareOf(users, isCollaborative)),
    ),
    'very-adversarial-ratio': one(
      ratioTo(users, says(others, 'veryAdversarial'), says(users, 'veryAdversarial')),
    ),
    'adequate-superintendent': byUse('superintendent'),
    'adequate-committee': byUse('committee'),
    'adequate-union': one(union.ibb - union.traditional),
    'adequate-mep-trained': trainedAgainstOthers(after),
    'means-largest-rise-union': one(1 + rises.filter((rise) => rise > unionRise).length),
    'aware-committee-lower': one(
      aware(of('committee')) - aware(after.filter(({ role }) => role !== 'committee')),
    ),
    'satisfied-with-ibb': {
      satisfied: satisfaction('satisfied'),
      neither: satisfaction('neither'),
      dissatisfied: satisfaction('dissatisfied'),
    },
    'would-use-again': one(shareOf(users, ({ wouldUseAgain }) => wouldUseAgain)),
    'meets-regularly': {
      ibb: shareOf(users, ({ meetsRegularly }) => meetsRegularly),
      nonIbb: shareOf(others, ({ meetsRegularly }) => meetsRegularly),
    },
    'obstacle-2011': one(1 - shareOf(notUnion(before), isMeans)),
  };
}

/** A share over that of users; where no user says so, half a user stands in, so that the ratio stays finite. */
function ratioTo(users: readonly Answer[], share: number, ofUsers: number): number {
  return share / Math.max(ofUsers, 0.5 / users.length);
}

/** Trained users against leaders with neither; `...Significant` is 1 where the difference is at 5 percent. */
function trainedAgainstOthers(answers: readonly Answer[]): Readonly<Record<string, number>> {
  const trained = answers.filter(({ receivedTraining, usedIbb }) => receivedTraining && usedIbb);
  const neither = answers.filter(({ receivedTraining, usedIbb }) => !receivedTraining && !usedIbb);
  const compare = (test: (answer: Answer) => boolean): { difference: number; significant: number } => {
    const [p, q] = [shareOf(trained, test), shareOf(neither, test)];
    const error = Math.sqrt((p * (1 - p)) / trained.length + (q * (1 - q)) / neither.length);
    return { difference: p - q, significant: p - q > 1.96 * error ? 1 : 0 };
  };
  const bargaining = compare(isMeans);
  const relationship = compare(isConfident);
  return {
    bargaining: bargaining.difference,
    relationship: relationship.difference,
    bargainingSignificant: bargaining.significant,
    relationshipSignificant: relationship.significant,
  };
}
