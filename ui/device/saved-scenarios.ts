import { DeviceList } from './device-list.js';
import { DeviceStore } from './device-store.js';
import { hasFields } from './has-fields.js';

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

const isSaved = (value: unknown): value is SavedScenario =>
  hasFields(value, { name: 'string', title: 'string', yaml: 'string', accord: 'string', saved: 'string' });

/** The scenarios of this device, newest first. */
export class SavedScenarios extends DeviceList<SavedScenario> {
  readonly #store: DeviceStore<SavedScenario>;

  constructor(store = new DeviceStore('saved-scenarios', isSaved)) {
    super(store);
    this.#store = store;
  }

  /**
   * Keeps a scenario under a name that nothing has, in this tab or another.
   *
   * @returns whether the name was free; nothing is kept where it was not
   * @throws Error, with a reason in words, where the browser did not keep it
   */
  async add(saved: SavedScenario): Promise<boolean> {
    const added = await this.#store.add(saved.name, saved);
    await this.load();
    return added;
  }

  /** @throws as `add` */
  async remove(name: string): Promise<void> {
    await this.#store.remove(name);
    await this.load();
  }

  protected override sort(all: readonly SavedScenario[]): readonly SavedScenario[] {
    return all.toSorted((a, b) => (a.saved < b.saved ? 1 : -1));
  }
}

export const savedScenarios = new SavedScenarios();
