import type { CancelSignal } from '../../../ensemble/index.js';
import { interruptible } from '../../terminal/interrupt.js';
import { shareView } from '../../terminal/share-view.js';

/** Runs a task that counts its samples, with progress; Ctrl-C stops it between two. */
export async function countSamples<T>(
  total: number,
  quiet: boolean,
  task: (hooks: { onProgress: (done: number) => void; signal: CancelSignal }) => Promise<T>,
): Promise<T> {
  const view = shareView(quiet);
  const figure = (value: number): string => value.toLocaleString('en-US');
  try {
    return await interruptible((signal) =>
      task({
        signal,
        onProgress: (done) =>
          view.show(done / total, `${figure(done)} of ${figure(total)} simulated samples`),
      }),
    );
  } finally {
    view.end();
  }
}
