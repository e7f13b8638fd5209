import { logistic } from '../../random/index.js';
import { practice } from '../codes.js';
import { calibrateDensity, type Density } from './density.js';
import { researchMultiplier, researchReads } from '../multipliers.js';
import type { Readings } from '../inputs.js';
import type { RuleModel } from '../rule.js';
import { deviationPersistence, scoreReads, solveScore, type Score } from './score.js';

export const schoolReads = [
  ...researchReads,
  ...scoreReads,
  'qualitySd',
  'qualityAdversarial',
  'qualityTrainedGap',
  'qualityCollaborativeGap',
  'grantQuality',
  'initialUsers',
  'initialCollaborative',
  'densityLow',
  'densityHigh',
  'tieYears',
  'densitySchoolSd',
] as const;

/** The functions that the start and the yearly step of the schools share, prepared for a run. */
export class SchoolModel {
  density!: Density;
  score!: Score;
  /** Spread of quality between the schools of a district. */
  sd = 0;
  /** Quality at which the moving part of a score stands still. */
  reference = 0;
  private studyMean = 0;
  private adversarial = 0;
  private trainedGap = 0;
  private collaborativeGap = 0;
  private grantQuality = 0;
  private densityKey = '';
  private readonly research: number[] = [];

  constructor(
    private readonly model: RuleModel<'research'>,
    private readonly p: Readings<typeof schoolReads>,
  ) {}

  begin(): void {
    const { p } = this;
    const { world } = this.model;
    this.sd = p.qualitySd;
    this.adversarial = p.qualityAdversarial;
    this.trainedGap = p.qualityTrainedGap;
    this.collaborativeGap = p.qualityCollaborativeGap;
    this.grantQuality = p.grantQuality;
    this.prepareDensity();
    this.score = solveScore(p, this.density, this.sd, world.population.apiNoise === 'study');
    this.studyMean = this.adversarial + this.trainedGap + this.collaborativeGap;
    const users = p.initialUsers;
    this.reference =
      this.adversarial + users * (this.trainedGap + p.initialCollaborative * this.collaborativeGap);
  }

  /** Research in force in a month; month 0 is a world that has had none. */
  prepare(month: number): void {
    const { inputs } = this.model;
    for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
      this.research[cohort] = researchMultiplier(inputs, this.p, month, cohort);
    }
  }

  /** Where the mean quality of a district's schools is heading. */
  target(d: number): number {
    const { state, inputs, world } = this.model;
    const now = state.practice[d]!;
    const base = this.adversarial + (state.grantMonths[d]! > 0 ? this.grantQuality : 0);
    if (now === practice.adversarial) return base;
    if (now === practice.ibbTrained) return base + this.trainedGap;
    const cohort = inputs.cohort[world.population.districts.state[d]!]!;
    return base + this.trainedGap + this.collaborativeGap * state.depth[d]! * this.research[cohort]!;
  }

  /** Log odds of a tie in equilibrium, in a usual school of a district with this mean quality. */
  centre(quality: number): number {
    return this.density.middle + (this.density.gentle / this.sd) * (quality - this.studyMean);
  }

  /** Logits for each point by which a school's quality deviates. */
  get steepness(): number {
    return this.density.steep / this.sd;
  }

  /** Density at which ties neither grow nor shrink, for a district mean, a deviation from it and a school effect. */
  equilibrium(quality: number, deviation: number, effect: number): number {
    return logistic(this.centre(quality) + this.steepness * deviation + effect);
  }

  /** The same, averaged over the school's passing deviations (two-point quadrature). */
  expected(quality: number, effect: number): number {
    return (this.equilibrium(quality, this.sd, effect) + this.equilibrium(quality, -this.sd, effect)) / 2;
  }

  /** Solving the density takes a millisecond and its inputs rarely change. */
  private prepareDensity(): void {
    const { p } = this;
    const given = {
      low: p.densityLow,
      high: p.densityHigh,
      phi: deviationPersistence(p),
      tieYears: p.tieYears,
      schoolSd: p.densitySchoolSd,
    };
    const key = Object.values(given).join();
    if (key !== this.densityKey) this.density = calibrateDensity(given);
    this.densityKey = key;
  }
}
