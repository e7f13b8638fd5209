import type { CancelSignal } from './platform.js';

/** The life of one run: it stops when the caller cancels, or at the first failure, whose error becomes the reason. */
export interface Session {
  readonly signal: CancelSignal;
  stop(reason: unknown): void;
  /** The task's result, or undefined as soon as the run stops; the task itself goes on. */
  unlessStopped<T>(task: Promise<T>): Promise<T | undefined>;
  close(): void;
}

export function openSession(outer: CancelSignal | undefined): Session {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_: 'abort', listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
  };
  const stop = (reason: unknown): void => {
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    for (const listener of [...listeners]) listener();
  };
  const follow = (): void => stop(outer?.reason);
  outer?.addEventListener('abort', follow);
  return {
    signal,
    stop,
    // Not Promise.race: a promise that lasts as long as the run would keep every block that it ever raced with.
    unlessStopped: (task) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void => resolve(undefined);
        listeners.add(giveUp);
        void task.then(resolve, reject).finally(() => listeners.delete(giveUp));
      }),
    close: () => outer?.removeEventListener('abort', follow),
  };
}
