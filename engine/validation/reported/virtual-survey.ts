import { deepFreeze } from '../../input/index.js';
import { type CancelSignal, nextTask, throwIfCancelled } from '../../ensemble/index.js';
import { drawParameters } from '../../evidence/index.js';
import { type Answer, type SurveyWave, roles, surveyWaves } from '../../model/instruments/leader-survey.js';
import { rootKey } from '../../random/index.js';
import type { Scenario } from '../../scenario/index.js';
import { type AttitudeSplit, attitudeSplits, splitAttitudes } from './attitude-split.js';
import { type ScorecardRow, scoreFigures } from './scorecard.js';
import { shareOf, type SimulatedFigures, type Spread, spreadOf } from './simulated-figures.js';
import { createStatewideSurvey } from './statewide-survey.js';
import { isCollaborative, surveyFigures } from './survey-figures.js';

/** Groups of respondents: all, by role, and by their own use of the method. */
export const surveyGroups = deepFreeze(['all', ...roles, 'users', 'nonUsers'] as const);
export type SurveyGroup = (typeof surveyGroups)[number];

/** One answer's share in each group. */
export interface SurveyQuestion {
  readonly id: string;
  readonly label: string;
  readonly wave: SurveyWave;
  readonly groups: Readonly<Record<SurveyGroup, Spread>>;
}

export interface VirtualSurvey {
  readonly seed: string;
  readonly replicates: number;
  readonly scenario: string;
  /** Leaders asked, by wave and role. */
  readonly respondents: Readonly<Record<SurveyWave, Readonly<Record<string, number>>>>;
  readonly questions: readonly SurveyQuestion[];
  /** Every reported row of the two surveys against its simulation. */
  readonly rows: readonly ScorecardRow[];
  readonly splits: Readonly<Record<'means' | 'confident', AttitudeSplit>>;
}

export interface VirtualSurveyOptions {
  readonly seed: string;
  readonly replicates: number;
  /** Policy of the 20 months before the survey; default what the partnership did. */
  readonly scenario?: Scenario;
  readonly onProgress?: (done: number) => void;
  readonly signal?: CancelSignal;
}

interface Question {
  readonly id: string;
  readonly label: string;
  readonly wave: SurveyWave;
  readonly says: (answer: Answer) => boolean;
}

const questions: readonly Question[] = [
  asks('aware', 'Aware of the partnership', ({ aware }) => aware),
  asks('attended', 'Came to a conference', ({ attended }) => attended),
  asks('receivedTraining', 'Received training', ({ receivedTraining }) => receivedTraining),
  asks('receivedFacilitation', 'Received facilitation', ({ receivedFacilitation }) => receivedFacilitation),
  asks('activeInGrant', 'Active in a grant project', ({ activeInGrant }) => activeInGrant),
  asks('usedIbb', 'Used the method recently', ({ usedIbb }) => usedIbb),
  asks('veryCollaborative', 'Negotiations very collaborative', says('veryCollaborative')),
  asks('collaborative', 'Negotiations collaborative or very', isCollaborative),
  asks('adversarial', 'Negotiations adversarial or very', (answer) => !isCollaborative(answer)),
  asks('veryAdversarial', 'Negotiations very adversarial', says('veryAdversarial')),
  asks('means', 'Bargaining is a means of improvement', ({ bargainingIsMeans }) => bargainingIsMeans),
  asks('confident', 'Confident in the relationship', ({ confident }) => confident),
  asks('meetsRegularly', 'Leaders meet regularly', ({ meetsRegularly }) => meetsRegularly),
  asks(
    'satisfied',
    'Satisfied with the method, of users',
    ({ satisfaction }) => satisfaction === 'satisfied',
  ),
  asks('wouldUseAgain', 'Would use the method again, of users', ({ wouldUseAgain }) => wouldUseAgain),
  asks('means', 'Bargaining is a means, 2011', ({ bargainingIsMeans }) => bargainingIsMeans, 'before'),
  asks('confident', 'Confident in the relationship, 2011', ({ confident }) => confident, 'before'),
];

/** Questions that only users answer. */
const ofUsers = ['satisfied', 'wouldUseAgain'];

function asks(
  id: string,
  label: string,
  test: (answer: Answer) => boolean,
  wave: SurveyWave = 'after',
): Question {
  return { id, label, wave, says: test };
}

function says(what: Answer['negotiations']): (answer: Answer) => boolean {
  return ({ negotiations }) => negotiations === what;
}

/** The virtual leader survey as tables: shares by role and by use, each with its interval over replicates. */
export async function virtualSurvey(options: VirtualSurveyOptions): Promise<VirtualSurvey> {
  const { seed, replicates, scenario, onProgress, signal } = options;
  const { survey } = await createStatewideSurvey(scenario);
  const root = rootKey(seed);
  const shares = questions.map(() => surveyGroups.map((): number[] => []));
  const simulated: SimulatedFigures[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const parameters = drawParameters(root, replicate, scenario?.assumptions);
    const { before, after } = survey(parameters, root, replicate);
    questions.forEach(({ id, wave, says: test }, question) => {
      const asked = (wave === 'before' ? before : after).filter(
        ({ usedIbb }) => usedIbb || !ofUsers.includes(id),
      );
      surveyGroups.forEach((group, column) =>
        shares[question]![column]!.push(shareOf(asked.filter(inGroup(group)), test)),
      );
    });
    simulated.push({ ...surveyFigures(before, after), ...splitAttitudes(parameters, before, after) });
    onProgress?.(replicate + 1);
    await nextTask();
    throwIfCancelled(signal);
  }
  return {
    seed,
    replicates,
    scenario: scenario?.name ?? 'mep',
    respondents: { before: surveyWaves.before.respondents, after: surveyWaves.after.respondents },
    questions: questions.map(({ id, label, wave }, question) => ({
      id,
      label,
      wave,
      groups: Object.fromEntries(
        surveyGroups.map((group, column) => [group, spreadOf(shares[question]![column]!)]),
      ) as Record<SurveyGroup, Spread>,
    })),
    rows: scoreFigures(simulated).filter(({ group }) => group === 'survey'),
    splits: attitudeSplits(simulated),
  };
}

function inGroup(group: SurveyGroup): (answer: Answer) => boolean {
  if (group === 'all') return () => true;
  if (group === 'users') return ({ usedIbb }) => usedIbb;
  if (group === 'nonUsers') return ({ usedIbb }) => !usedIbb;
  return ({ role }) => role === group;
}
