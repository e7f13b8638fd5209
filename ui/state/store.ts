import type { Action } from './action.js';
import { Observable } from './observable.js';
import { reduce } from './reduce.js';
import type { State } from './state.js';

/** The one store of the page: a state, changed by actions only. */
export class Store extends Observable<State> {
  dispatch(action: Action): void {
    this.change(reduce(this.value, action));
  }
}
