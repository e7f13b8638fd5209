import type { LeverId } from '../../engine/model/lever.js';
import type { Session } from '../app/session.js';

/** Moves of one control within this time make one step of undo. */
const GESTURE_MS = 700;

let ending: ReturnType<typeof setTimeout> | undefined;

/**
 * Sets a lever's field. All moves of a drag, and key presses in quick succession, make one step of undo.
 *
 * @param done the move is over; the next one begins a new step unless it follows at once
 */
export function setLever(
  session: Session,
  lever: LeverId,
  field: string,
  value: number,
  done: boolean,
): void {
  clearTimeout(ending);
  session.store.dispatch({ type: 'setLever', lever, field, value, gesture: `${lever}.${field}` });
  if (done) ending = setTimeout(() => session.store.dispatch({ type: 'endGesture' }), GESTURE_MS);
}
