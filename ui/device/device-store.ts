import { createStore, del, entries, get, promisifyRequest, set, type UseStore } from 'idb-keyval';

/**
 * A table of this device (IndexedDB), by key. Where the browser opens none for the page, as in some private windows, it
 * lives as long as the page does and says so. What another program or version left there, and is no record, is not given
 * out and stays where it is.
 */
export class DeviceStore<T> {
  readonly #name: string;
  readonly #isRecord: (value: unknown) => value is T;
  readonly #memory = new Map<string, T>();
  readonly #channel: BroadcastChannel;
  #store: UseStore | undefined;
  #volatile = false;
  #unreadable = 0;

  constructor(name: string, isRecord: (value: unknown) => value is T) {
    this.#name = name;
    this.#isRecord = isRecord;
    this.#channel = new BroadcastChannel(`accord-${name}`);
  }

  /** Nothing is kept beyond this visit. */
  get volatile(): boolean {
    return this.#volatile;
  }

  /** Values met by the last `all` that are no records. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Calls back when another tab or worker has changed the table. */
  watch(listener: () => void): void {
    this.#channel.addEventListener('message', listener);
  }

  /** @throws Error, with a reason in words, where the table is there and can't be read */
  async all(): Promise<readonly T[]> {
    const store = await this.#open();
    if (store === undefined) return [...this.#memory.values()];
    const kept = await inWords(entries<string, unknown>(store));
    const records = kept.map(([, value]) => value).filter(this.#isRecord);
    this.#unreadable = kept.length - records.length;
    return records;
  }

  /** @throws as `all` */
  async get(key: string): Promise<T | undefined> {
    const store = await this.#open();
    if (store === undefined) return this.#memory.get(key);
    const value = await inWords(get<unknown>(key, store));
    return this.#isRecord(value) ? value : undefined;
  }

  /** @throws Error, with a reason in words, where it was not kept; the old value is then still there */
  async put(key: string, value: T): Promise<void> {
    const store = await this.#open();
    if (store === undefined) this.#memory.set(key, value);
    else await this.#changed(set(key, value, store));
  }

  /**
   * Keeps a value under a key that nothing has, in this tab or another.
   *
   * @returns whether the key was free; nothing is written where it was not
   * @throws as `put`
   */
  async add(key: string, value: T): Promise<boolean> {
    const store = await this.#open();
    if (store !== undefined) return this.#changed(addTo(store, key, value));
    if (this.#memory.has(key)) return false;
    this.#memory.set(key, value);
    return true;
  }

  /** @throws as `put` */
  async remove(key: string): Promise<void> {
    const store = await this.#open();
    if (store === undefined) this.#memory.delete(key);
    else await this.#changed(del(key, store));
  }

  async #changed<R>(work: Promise<R>): Promise<R> {
    const result = await inWords(work);
    this.#channel.postMessage('changed');
    return result;
  }

  /** @returns undefined where the browser refuses to open a table; that it is full is no refusal */
  async #open(): Promise<UseStore | undefined> {
    if (this.#volatile || this.#store !== undefined) return this.#store;
    try {
      const store = createStore(`accord-${this.#name}`, this.#name);
      await store('readonly', () => undefined);
      this.#store = store;
    } catch (error) {
      if (isFull(error)) throw new Error(full, { cause: error });
      this.#volatile = true;
    }
    return this.#store;
  }
}

const full =
  'the room that this browser gives the page is full; delete something kept here, or keep it as a file';

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

async function inWords<R>(work: Promise<R>): Promise<R> {
  try {
    return await work;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'the browser gives no reason';
    throw new Error(isFull(error) ? full : reason, { cause: error });
  }
}

/** Looks and writes in one transaction, so that no other tab comes between. */
function addTo(store: UseStore, key: string, value: unknown): Promise<boolean> {
  return store('readwrite', async (table) => {
    let free = false;
    const found = table.getKey(key);
    found.onsuccess = () => {
      free = found.result === undefined;
      if (free) table.put(value, key);
    };
    await promisifyRequest(table.transaction);
    return free;
  });
}
