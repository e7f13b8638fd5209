import { Observable } from '../state/observable.js';

/** The last thing that went wrong with a worker and was put right, as a sentence; empty when there is none. */
class PoolNotice extends Observable<string> {
  readonly say = (what: string): void => this.change(what);
}

export const poolNotice = new PoolNotice('');
