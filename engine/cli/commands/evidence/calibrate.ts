import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import {
  calibrate,
  type Calibration,
  type CalibrationState,
  posteriorFiles,
} from '../../../validation/index.js';
import { InputError } from '../../../input/index.js';
import {
  lockDirectory,
  readCheckedJson,
  removeTemporaryFiles,
  writeCheckedJson,
  writeFileAtomic,
} from '../../../node/store/index.js';
import { Gather } from '../../input/gather.js';
import { nonEmptySeed } from '../../input/read-repeats.js';
import { wholeNumber } from '../../input/run-options.js';
import { calibrationReport } from '../../report/calibration-report.js';
import { Interrupted, interruptible } from '../../terminal/interrupt.js';
import { shareView } from '../../terminal/share-view.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';

interface CalibrateOptions {
  readonly seed: string;
  readonly particles: string;
  readonly repeats: string;
  readonly out: string;
  readonly resume?: true;
  readonly json?: true;
  readonly quiet?: true;
}

interface Settings {
  readonly seed: string;
  readonly particles: number;
  readonly repeats: number;
  readonly quiet: boolean;
}

const draws = 'posterior-draws.csv';
const summary = 'posterior.json';
const checkpoint = 'posterior-unfinished.json';

export function calibrateCommand(): Command {
  return new Command('calibrate')
    .description('fit the parameters to the reported figures: rewrites the joint posterior draws')
    .option('--seed <text>', 'any text; the same text gives the same files', '2014')
    .option('--particles <n>', 'particles of each fit', '640')
    .option('--repeats <n>', 'independent fits, pooled and compared', '2')
    .option('--out <dir>', 'directory of posterior-draws.csv and posterior.json', 'engine/evidence')
    .option('--resume', 'go on with an interrupted calibration')
    .option('--json', 'print the diagnostics as one JSON document, and nothing else, on stdout')
    .option('--quiet', 'no progress')
    .action(rebuild);
}

async function rebuild(raw: CalibrateOptions): Promise<void> {
  const gather = new Gather();
  const settings = {
    seed: (await gather.check(() => nonEmptySeed(raw.seed))) ?? '',
    particles: (await gather.check(() => wholeNumber('--particles', raw.particles, 50, 100_000))) ?? 0,
    repeats: (await gather.check(() => wholeNumber('--repeats', raw.repeats, 2, 10))) ?? 0,
    quiet: raw.quiet ?? false,
  };
  await gather.check(() => requireDirectory(raw.out));
  gather.report();
  const unlock = await lockDirectory(raw.out);
  try {
    const unfinished = join(raw.out, checkpoint);
    const earlier = raw.resume && (await readEarlier(unfinished));
    await removeTemporaryFiles(raw.out, [draws, summary, checkpoint]);
    const files = posteriorFiles(await fit(settings, unfinished, earlier));
    // The summary comes last: it holds the hash of the draws.
    await writeFileAtomic(join(raw.out, draws), files.draws);
    await writeFileAtomic(join(raw.out, summary), `${JSON.stringify(files.summary, undefined, 1)}\n`);
    await rm(unfinished, { force: true });
    await writeOut(raw.json ? JSON.stringify(files.summary) : calibrationReport(files.summary));
    tell(`The posterior is in ${raw.out}. Build again to use it.`);
  } finally {
    unlock();
  }
}

/** Fits with progress; each complete population is kept, so that Ctrl-C loses little. */
async function fit(
  { quiet, ...settings }: Settings,
  unfinished: string,
  resume: CalibrationState | undefined,
): Promise<Calibration> {
  const view = shareView(quiet);
  let kept = Promise.resolve();
  try {
    return await interruptible(async (signal) => {
      const calibration = await calibrate({
        ...settings,
        ...(resume && { resume }),
        signal,
        onProgress({ share, block, repeat, population, tolerance, simulations }) {
          const reach = tolerance === null ? '' : `, within ${tolerance.toFixed(2)} sampling errors`;
          const fits = `fit ${repeat} of ${settings.repeats}, population ${population + 1}`;
          view.show(share, `${block}: ${fits}${reach}, ${simulations.toLocaleString('en-US')} simulations`);
        },
        onState(state) {
          kept = kept.then(() => writeCheckedJson(unfinished, state));
        },
      });
      await kept;
      if (!calibration) throw signal.reason;
      return calibration;
    });
  } catch (error) {
    view.end();
    if (error instanceof Interrupted)
      tell('Interrupted. Finished populations are kept: go on with --resume.');
    throw error;
  } finally {
    view.end();
  }
}

function requireDirectory(out: string): void {
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) return;
  const remedy = 'make it, or run in the project folder';
  throw new InputError([{ path: '--out', value: out, rule: 'must be a directory', remedy }]);
}

/** What an interrupted calibration has left; that it belongs to the same settings is checked where it is used. */
async function readEarlier(path: string): Promise<CalibrationState> {
  return (await readCheckedJson(path, 'start without --resume')) as CalibrationState;
}
