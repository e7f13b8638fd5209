import { SingleBar } from 'cli-progress';
import type { Progress } from '../../ensemble/index.js';

/** Shows how far a run is. Everything goes to stderr: stdout belongs to the result. */
export interface ProgressView {
  show(progress: Progress): void;
  /** Leaves the line; called however the run ends. */
  end(): void;
}

/** A bar on a terminal, a line at each tenth elsewhere, nothing when quiet. */
export function progressView(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): ProgressView {
  if (quiet) return { show: () => undefined, end: () => undefined };
  return stream.isTTY ? barView(stream) : lineView((line) => stream.write(`${line}\n`));
}

function barView(stream: NodeJS.WriteStream): ProgressView {
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
      const text = { text: describe(progress) };
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
export function lineView(write: (line: string) => void): ProgressView {
  let next = 0;
  return {
    show(progress) {
      const tenth = Math.floor((10 * progress.done) / progress.total);
      if (tenth < next) return;
      next = tenth + 1;
      write(`${10 * tenth}%  ${describe(progress)}`);
    },
    end: () => undefined,
  };
}

/** Counts, rate and time left in words. */
export function describe({ done, total, blocks, rate }: Progress): string {
  const counts = `${figure(done)} of ${figure(total)} simulated futures, block ${blocks.done} of ${blocks.total}`;
  if (rate === 0) return counts;
  const speed = `${figure(rate >= 10 ? Math.round(rate) : Number(rate.toPrecision(2)))} a second`;
  return done === total
    ? `${counts}, ${speed}`
    : `${counts}, ${speed}, ${duration((total - done) / rate)} left`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 90) return `${whole} s`;
  if (whole < 5400) return `${Math.ceil(whole / 60)} min`;
  return `${Math.floor(whole / 3600)} h ${Math.ceil((whole % 3600) / 60)} min`;
}

const figure = (value: number): string => value.toLocaleString('en-US');
