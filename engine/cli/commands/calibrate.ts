import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { calibrate, type Calibration, type CalibrationState, posteriorFiles } from '../../analysis/index.js';
import { InputError } from '../../evidence/index.js';
import { writeFileAtomic } from '../../output/store/index.js';
import { Gather } from '../input/gather.js';
import { nonEmptySeed } from '../input/read-repeats.js';
import { wholeNumber } from '../input/run-options.js';
import { calibrationReport } from '../report/calibration-report.js';
import { Interrupted, interruptible } from '../terminal/interrupt.js';
import { shareView } from '../terminal/share-view.js';
import { tell } from '../terminal/tell.js';
import { writeOut } from '../terminal/write-out.js';

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
  const earlier = await gather.check(() => readEarlier(raw));
  gather.report();
  const unfinished = join(raw.out, checkpoint);
  const calibration = await fit(settings, unfinished, earlier);
  const { draws, summary } = posteriorFiles(calibration);
  await writeFileAtomic(join(raw.out, 'posterior-draws.csv'), draws);
  await writeFileAtomic(join(raw.out, 'posterior.json'), `${JSON.stringify(summary, undefined, 1)}\n`);
  await rm(unfinished, { force: true });
  await writeOut(raw.json ? JSON.stringify(summary) : calibrationReport(summary));
  tell(`The posterior is in ${raw.out}. Build again to use it.`);
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
          kept = kept.then(() => writeFileAtomic(unfinished, JSON.stringify(state)));
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

async function readEarlier({ out, resume }: CalibrateOptions): Promise<CalibrationState | undefined> {
  const refuse = (path: string, value: string, rule: string, remedy: string): never => {
    throw new InputError([{ path, value, rule, remedy }]);
  };
  if (!existsSync(out)) refuse('--out', out, 'must be a directory', 'make it, or run in the project folder');
  const path = join(out, checkpoint);
  if (!resume) return undefined;
  if (!existsSync(path)) refuse('--resume', path, 'must exist', 'start without --resume');
  return JSON.parse(await readFile(path, 'utf8')) as CalibrationState;
}
