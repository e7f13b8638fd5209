import { schoolMeans, type SchoolMeans } from './schools/school-means.js';
import type { Model } from './rule.js';
import type { Totals } from './state.js';

/** What outcomes read after each month: a census of the districts, running totals, the schools' means. */
export interface Observation {
  readonly districts: number;
  readonly month: number;
  /** Districts by practice. */
  readonly adversarial: number;
  readonly ibbTrained: number;
  readonly collaborative: number;
  /** Districts collaborative for 36 months or more. */
  readonly lasting: number;
  /** Districts that know of the partnership now. */
  readonly aware: number;
  /** Students in districts that are trained or collaborative now. */
  readonly studentsReached: number;
  readonly totals: Totals;
  /** Taken every twelfth month and held in between. */
  readonly schools: SchoolMeans;
}

/** Months without a break after which collaboration counts as lasting. */
export const lastingMonths = 36;

/** Takes the census of a month. Observing reads the state and never changes it. */
export class Census implements Observation {
  readonly districts: number;
  month = 0;
  adversarial = 0;
  ibbTrained = 0;
  collaborative = 0;
  lasting = 0;
  aware = 0;
  studentsReached = 0;
  readonly totals: Totals;
  schools: SchoolMeans = { quality: 0, density: 0, api: 0, apiByPoverty: [] };

  constructor(private readonly model: Model) {
    this.districts = model.world.districts;
    this.totals = model.state.totals;
  }

  take(month: number): void {
    const { state, world } = this.model;
    const { students } = world.population.districts;
    const { practice: practices, engagement: engagements, collaborativeSince } = state;
    let trained = 0;
    let collaborative = 0;
    let lasting = 0;
    let aware = 0;
    let reached = 0;
    const long = month - lastingMonths;
    // Without branches: practices are as good as random to a processor, which guesses wrong every other time.
    for (let d = 0; d < practices.length; d++) {
      const now = practices[d]!;
      const together = now >> 1;
      trained += now & 1;
      collaborative += together;
      lasting += together & ((collaborativeSince[d]! - long - 1) >>> 31);
      aware += (0 - engagements[d]!) >>> 31;
      reached += students[d]! * ((now + 1) >> 1);
    }
    this.month = month;
    this.ibbTrained = trained;
    this.collaborative = collaborative;
    this.adversarial = practices.length - trained - collaborative;
    this.lasting = lasting;
    this.aware = aware;
    this.studentsReached = reached;
    if (month % 12 === 0) this.schools = schoolMeans(this.model);
  }
}
