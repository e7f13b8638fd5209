import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import {
  calibrate,
  type Calibration,
  type CalibrationState,
  posteriorFiles,
} from '../../../validation/index.js';
import {
  claimDirectory,
  lockDirectory,
  readCheckedJson,
  removeTemporaryFiles,
  writeCheckedJson,
  writeFileAtomic,
} from '../../../node/store/index.js';
import { Gather } from '../../input/gather.js';
import { evidenceSeed } from '../../input/option-sets.js';
import { type RawShared, readShared, requireOut, shareOptions } from '../../input/shared-options.js';
import { refuse, wholeNumber } from '../../input/check-option.js';
import { calibrationReport } from '../../report/calibration-report.js';
import { withExample } from '../../terminal/example.js';
import { Interrupted, interruptible } from '../../terminal/interrupt.js';
import { shareView } from '../../terminal/share-view.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';

interface CalibrateOptions extends RawShared {
  readonly particles: string;
  readonly repeats: string;
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

/** Where a build finds them. */
const home = 'engine/evidence';

export function calibrateCommand(): Command {
  const command = new Command('calibrate')
    .description('fit the parameters to the reported figures: joint posterior draws')
    .option('--particles <n>', 'particles of each fit', '640')
    .option('--repeats <n>', 'independent fits, pooled and compared', '2');
  shareOptions(command, { seed: evidenceSeed, out: true, resume: true, json: true, quiet: true })
    .usage('--out <dir> [options]')
    .addHelpText(
      'after',
      `\nIt writes ${draws} and ${summary}. In a checkout, put both into ${home} and build again to use them.`,
    )
    .action(fitAll);
  return withExample(command, 'accord-sim calibrate --particles 50 --out quick-fit');
}

async function fitAll(raw: CalibrateOptions): Promise<void> {
  const gather = new Gather();
  const particles = await gather.check(() => wholeNumber('--particles', raw.particles, 50, 100_000));
  const repeats = await gather.check(() => wholeNumber('--repeats', raw.repeats, 2, 10));
  const out = (await gather.check(() => requireOut(raw))) ?? '';
  const { seed, resume, json, quiet } = await readShared(raw, gather);
  if (resume) await gather.check(() => requireUnfinished(out));
  gather.report();
  const settings = { seed, particles: particles ?? 0, repeats: repeats ?? 0, quiet };
  await claimDirectory(out, { resume });
  const unlock = await lockDirectory(out);
  try {
    const unfinished = join(out, checkpoint);
    const earlier = resume ? await readEarlier(unfinished) : undefined;
    await removeTemporaryFiles(out, [draws, summary, checkpoint]);
    const files = posteriorFiles(await fit(settings, unfinished, earlier));
    // The summary comes last: it holds the hash of the draws.
    await writeFileAtomic(join(out, draws), files.draws);
    await writeFileAtomic(join(out, summary), `${JSON.stringify(files.summary, undefined, 1)}\n`);
    await rm(unfinished, { force: true });
    await writeOut(json ? JSON.stringify(files.summary) : calibrationReport(files.summary));
    tell(`The posterior is in ${out}`);
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

function requireUnfinished(out: string): void {
  if (existsSync(join(out, checkpoint))) return;
  refuse('--resume', out, `must hold ${checkpoint}`, 'start without --resume, in another directory');
}

/** What an interrupted calibration has left; that it belongs to the same settings is checked where it is used. */
async function readEarlier(path: string): Promise<CalibrationState> {
  return (await readCheckedJson(path, 'start without --resume')) as CalibrationState;
}
