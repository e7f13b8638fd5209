import { engagement, milestone, practice } from './codes.js';
import type { State, Totals } from './state.js';

/** Counts a milestone the first time that a district reaches it. */
export function reach(state: State, district: number, bit: number, total: keyof Totals): void {
  if (state.milestones[district]! & bit) return;
  state.milestones[district]! |= bit;
  state.totals[total]++;
}

export function engage(state: State, district: number): void {
  reach(state, district, milestone.engaged, 'engaged');
}

/** Puts an unaware district on the first step of the ladder. */
export function makeAware(state: State, district: number): void {
  if (state.engagement[district] === engagement.unaware) state.engagement[district] = engagement.aware;
}

export function becomeTrained(state: State, district: number): void {
  if (state.practice[district] === practice.adversarial) state.practice[district] = practice.ibbTrained;
}

export function becomeCollaborative(state: State, district: number, month: number): void {
  if (state.practice[district] === practice.collaborative) return;
  state.practice[district] = practice.collaborative;
  state.collaborativeSince[district] = month;
}

/** One step down: a collaborative district keeps the method, a trained one goes back to positional bargaining. */
export function relapse(state: State, district: number): void {
  if (state.practice[district] === practice.collaborative) state.practice[district] = practice.ibbTrained;
  else becomeAdversarial(state, district);
}

export function becomeAdversarial(state: State, district: number): void {
  if (state.practice[district] === practice.adversarial) return;
  state.practice[district] = practice.adversarial;
  state.lapsed[district] = 1;
}
