import { canonicalJson, hashText } from '../../ensemble/index.js';
import { figures, parameters } from '../../evidence/index.js';

/** SHA-256, in hexadecimal, of all that a posterior rests on beside the program: the figures and the priors. */
export function calibrationDataHash(): string {
  const priors = parameters.map(({ id, distribution, support }) => ({ id, distribution, support }));
  const reported = figures.map(({ id, role, reported: numbers, n }) => ({ id, role, reported: numbers, n }));
  return hashText(canonicalJson({ reported, priors }));
}
