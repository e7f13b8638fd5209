import { SingleBar } from 'cli-progress';

/** Shows which share of a task is done, with a word on where it stands. Everything goes to stderr. */
export interface ShareView {
  show(share: number, text: string): void;
  /** Leaves the line; called however the task ends. */
  end(): void;
}

/** A bar on a terminal, a line at each twentieth elsewhere, nothing when quiet. */
export function shareView(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): ShareView {
  if (quiet) return { show: () => undefined, end: () => undefined };
  return stream.isTTY ? barView(stream) : lineView((line) => stream.write(`${line}\n`));
}

function barView(stream: NodeJS.WriteStream): ShareView {
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage}%  {eta_formatted} left  {text}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    fps: 10,
    gracefulExit: false,
    noTTYOutput: false,
    etaBuffer: 200,
  });
  let started = false;
  return {
    show(share, text) {
      if (started) bar.update(share, { text });
      else bar.start(1, share, { text });
      started = true;
    },
    end() {
      if (started) bar.stop();
    },
  };
}

function lineView(write: (line: string) => void): ShareView {
  let next = 0;
  return {
    show(share, text) {
      const twentieth = Math.floor(20 * share);
      if (twentieth < next) return;
      next = twentieth + 1;
      write(`${5 * twentieth}%  ${text}`);
    },
    end: () => undefined,
  };
}
