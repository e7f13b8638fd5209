import type { LeverId } from '../../engine/model/levers/index.js';
import type { Session } from '../state/session.js';

/** Sets a lever's field by slider: all moves until the gesture ends make one step of undo. */
export function slideLever(session: Session, lever: LeverId, field: string, value: number): void {
  session.store.dispatch({ type: 'setLever', lever, field, value, gesture: `${lever}.${field}` });
}

/** Sets a lever's field at once: one step of undo. */
export function setLever(session: Session, lever: LeverId, field: string, value: number): void {
  session.store.dispatch({ type: 'setLever', lever, field, value });
}
