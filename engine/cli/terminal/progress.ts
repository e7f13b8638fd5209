import { SingleBar } from 'cli-progress';
import type { Progress } from '../../ensemble/index.js';

/** Shows how far a run is. Everything goes to stderr: stdout belongs to the result. */
export interface ProgressView {
  show(progress: Progress): void;
  /** Leaves the line; called however the run ends. */
  end(): void;
}

/**
 * A bar on a terminal, a line at each tenth elsewhere, nothing when quiet.
 *
 * @param part what the run is made of, in one word
 */
export function progressView(
  quiet: boolean,
  part = 'block',
  stream: NodeJS.WriteStream = process.stderr,
): ProgressView {
  if (quiet) return { show: () => undefined, end: () => undefined };
  return stream.isTTY ? barView(stream, part) : lineView((line) => stream.write(`${line}\n`), part);
}

function barView(stream: NodeJS.WriteStream, part: string): ProgressView {
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage}%  {text}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    fps: 10,
    gracefulExit: false,
    noTTYOutput: false,
  });
  let started = false;
  return {
    show(progress) {
      const text = { text: describe(progress, part) };
      if (started) bar.update(progress.done, text);
      else bar.start(progress.total, progress.done, text);
      started = true;
    },
    end() {
      if (started) bar.stop();
    },
  };
}

/** One line a tenth of the way, for log files. */
export function lineView(write: (line: string) => void, part = 'block'): ProgressView {
  let next = 0;
  return {
    show(progress) {
      const tenth = Math.floor((10 * progress.done) / progress.total);
      if (tenth < next) return;
      next = tenth + 1;
      write(`${10 * tenth}%  ${describe(progress, part)}`);
    },
    end: () => undefined,
  };
}

/** Counts, rate and time left in words. */
export function describe({ done, total, blocks, rate }: Progress, part = 'block'): string {
  const parts = `${part} ${figure(blocks.done)} of ${figure(blocks.total)}`;
  const counts = `${figure(done)} of ${figure(total)} simulated futures, ${parts}`;
  if (rate === 0) return counts;
  const speed = `${figure(rate >= 10 ? Math.round(rate) : Number(rate.toPrecision(2)))} a second`;
  return done === total
    ? `${counts}, ${speed}`
    : `${counts}, ${speed}, ${duration((total - done) / rate)} left`;
}

/** Seconds in words, rounded up. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 90) return `${whole} s`;
  if (whole < 5400) return `${Math.ceil(whole / 60)} min`;
  return `${Math.floor(whole / 3600)} h ${Math.ceil((whole % 3600) / 60)} min`;
}

const figure = (value: number): string => value.toLocaleString('en-US');
