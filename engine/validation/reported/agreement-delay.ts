import { engagement, milestone, practice } from '../../model/codes.js';
import type { Kernel } from '../../model/kernel.js';
import { draw, drawName, tickKeys, uniform } from '../../random/index.js';

/** Years of following up: long enough that hardly a contact is still open. */
export const delayYears = 7;

const one = drawName('reported.agreement');

/**
 * Months from a district's first contact with the partnership (it asks, or receives a grant) to an agreement that
 * follows: a contract ratified under the method, or collaboration.
 *
 * The source speaks of one district, so one of those whose contact fell into the partnership's first two years and who
 * agreed later is drawn: the spread between districts belongs to the comparison.
 *
 * @param kernel at month 0 of the run to follow
 * @returns NaN when no district came to an agreement
 */
export function agreementDelay(kernel: Kernel, root: Uint32Array, replicate: number): number {
  const { state, world } = kernel.model;
  const contact = new Int32Array(world.districts).fill(-1);
  const delays: number[] = [];
  for (let month = 0; month <= 12 * delayYears; month++) {
    if (month > 0) kernel.step(month);
    for (let d = 0; d < world.districts; d++) {
      const asks = state.engagement[d]! >= engagement.inquired || state.grantMonths[d]! > 0;
      if (contact[d] === -1 && asks && month <= 24) {
        contact[d] = month;
      } else if (contact[d]! >= 0) {
        const agreed = (state.milestones[d]! & milestone.ratified) !== 0 || turned(d, contact[d]!);
        if (!agreed) continue;
        delays.push(month - contact[d]!);
        contact[d] = -2;
      }
    }
  }
  return delays[Math.floor(delays.length * drawOne(root, replicate))] ?? NaN;

  /** Whether a district has become collaborative since its contact. */
  function turned(d: number, since: number): boolean {
    return state.practice[d] === practice.collaborative && state.collaborativeSince[d]! > since;
  }
}

function drawOne(root: Uint32Array, replicate: number): number {
  const keys = new Int32Array(2);
  tickKeys(root, replicate, one, 0, keys);
  return uniform(draw(keys[0]!, keys[1]!, 0));
}
