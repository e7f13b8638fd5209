import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/**
 * A table of this device (IndexedDB), by key. Where the browser keeps nothing for the page, as in some private
 * windows, it lives as long as the page does and says so.
 */
export class DeviceStore<T> {
  readonly #name: string;
  readonly #memory = new Map<string, T>();
  #store: UseStore | undefined;
  #volatile = false;

  constructor(name: string) {
    this.#name = name;
  }

  /** Nothing is kept beyond this visit. */
  get volatile(): boolean {
    return this.#volatile;
  }

  async all(): Promise<readonly T[]> {
    const kept = await this.#try((store) => entries<string, T>(store));
    return kept === undefined ? [...this.#memory.values()] : kept.map(([, value]) => value);
  }

  async get(key: string): Promise<T | undefined> {
    return (await this.#try((store) => get<T>(key, store))) ?? this.#memory.get(key);
  }

  async put(key: string, value: T): Promise<void> {
    await this.#try((store) => set(key, value, store));
    if (this.#volatile) this.#memory.set(key, value);
  }

  async remove(key: string): Promise<void> {
    this.#memory.delete(key);
    await this.#try((store) => del(key, store));
  }

  /** @returns undefined where the browser refuses */
  async #try<R>(work: (store: UseStore) => Promise<R>): Promise<R | undefined> {
    if (this.#volatile) return undefined;
    try {
      this.#store ??= createStore(`accord-${this.#name}`, this.#name);
      return await work(this.#store);
    } catch {
      this.#volatile = true;
      return undefined;
    }
  }
}
