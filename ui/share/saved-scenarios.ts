import { DeviceStore } from '../app/device-store.js';
import { Observable } from '../app/observable.js';

/** A scenario kept on this device, as the very file that the command line takes. */
export interface SavedScenario {
  /** Base name of its file, and the scenario's name. */
  readonly name: string;
  readonly title: string;
  readonly yaml: string;
  /** Program that wrote it. */
  readonly accord: string;
  /** ISO 8601. */
  readonly saved: string;
}

/** The scenarios of this device, newest first. */
export class SavedScenarios extends Observable<readonly SavedScenario[]> {
  readonly #store: DeviceStore<SavedScenario>;

  constructor(store = new DeviceStore<SavedScenario>('saved-scenarios')) {
    super([]);
    this.#store = store;
  }

  /** Nothing is kept beyond this visit. */
  get volatile(): boolean {
    return this.#store.volatile;
  }

  async load(): Promise<void> {
    const all = [...(await this.#store.all())];
    this.change(all.sort((a, b) => (a.saved < b.saved ? 1 : -1)));
  }

  /** Keeps a scenario; one of the same name is replaced. */
  async keep(saved: SavedScenario): Promise<void> {
    await this.#store.put(saved.name, saved);
    await this.load();
  }

  async remove(name: string): Promise<void> {
    await this.#store.remove(name);
    await this.load();
  }
}

export const savedScenarios = new SavedScenarios();
