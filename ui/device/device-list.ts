import type { DeviceStore } from './device-store.js';
import { formatCount } from '../words/format.js';
import { Observable } from '../state/observable.js';

/** The records of a table of this device, for the page to show; what another tab changes appears here too. */
export class DeviceList<T> extends Observable<readonly T[]> {
  readonly #table: DeviceStore<T>;
  #missing = '';

  constructor(table: DeviceStore<T>) {
    super([]);
    this.#table = table;
    table.watch(() => void this.load());
  }

  /** Nothing is kept beyond this visit. */
  get volatile(): boolean {
    return this.#table.volatile;
  }

  /** What is kept on this device and not in this list, as a sentence; empty where nothing is. */
  get missing(): string {
    return this.#missing;
  }

  /** Never fails: the page opens whatever is kept. */
  async load(): Promise<void> {
    try {
      const records = this.sort(await this.#table.all());
      const { unreadable } = this.#table;
      this.#missing =
        unreadable === 0
          ? ''
          : `${formatCount(unreadable, 'more entry', 'more entries')} kept here cannot be read by this version of the page. Nothing was deleted.`;
      this.change(records);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#missing = `What is kept on this device could not be read: ${reason}. Nothing was deleted.`;
      this.change([...this.value]);
    }
  }

  protected sort(records: readonly T[]): readonly T[] {
    return records;
  }
}
