import type { SensitivityDocument } from '../../engine/analysis/sensitivity/sensitivity-document.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import type { Tornado } from '../../engine/analysis/sensitivity/tornado.js';

export type StudyMethod = 'tornado' | 'morris' | 'sobol';

/** Which factors move an outcome of a scenario, and how it is found out. */
export interface StudySpec {
  /** Its years are the horizon. */
  readonly scenario: Scenario;
  readonly seed: string;
  readonly outcome: string;
  readonly method: StudyMethod;
  /** A list of factors as the command line takes it: `default`, `levers`, `assumptions` or addresses. */
  readonly vary: string;
  /** Trajectories (Morris) or base points (Sobol); a tornado has none. */
  readonly samples: number;
  /** Simulated futures a point. */
  readonly replicates: number;
}

export type Study =
  | { readonly kind: 'tornado'; readonly tornado: Tornado }
  | { readonly kind: 'indices'; readonly document: SensitivityDocument };

/** Factors of which the Sobol method computes shares; a screening chooses them where there are more. */
export const sobolFactors = 10;
