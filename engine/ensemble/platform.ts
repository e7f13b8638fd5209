/**
 * What browsers, web workers and Node all offer, though the language's own library does not declare it. Looked up at
 * each call, so that a test can put its own clock there.
 */
interface Platform {
  readonly performance: { now(): number };
  setTimeout(task: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Node only. */
  readonly setImmediate?: (task: () => void) => void;
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly MessageChannel: new () => { readonly port1: Port; readonly port2: Port };
}

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

const platform = globalThis as unknown as Platform;

/** The part of the standard AbortSignal that runs use. */
export interface CancelSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Throws the signal's reason if it has been aborted. */
export function throwIfCancelled(signal: CancelSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}

/** Milliseconds on a clock that never goes back. It paces messages; no result depends on it. */
export function elapsedMs(): number {
  return platform.performance.now();
}

export function utf8(text: string): Uint8Array {
  return new platform.TextEncoder().encode(text);
}

/** Runs a task once, later; returns how to call it off. In Node the process does not wait for it. */
export function schedule(task: () => void, milliseconds: number): () => void {
  const timer = platform.setTimeout(task, milliseconds);
  if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.();
  return () => platform.clearTimeout(timer);
}

/** Lets everything that waits (messages, clicks, signals) have its turn. Unlike a timer, browsers never slow it down. */
export function nextTask(): Promise<void> {
  const { setImmediate, MessageChannel } = platform;
  return new Promise((resolve) => {
    if (setImmediate) {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
