import {
  compare,
  ensemble,
  planEnsemble,
  type BlockStore,
  type CompareDocument,
  type Progress,
  type RunDocument,
} from '../../../ensemble/index.js';
import { openStore } from '../../../node/store/index.js';
import type { Scenario } from '../../../scenario/index.js';
import { Gather } from '../../input/gather.js';
import { openExecutor } from '../../input/open-executor.js';
import { readRun } from '../../input/read-run.js';
import { readShared, type RawShared } from '../../input/shared-options.js';
import { compareReport } from '../../report/compare-report.js';
import { runReport } from '../../report/run-report.js';
import { commandLine, resumeCommand } from '../../terminal/command-line.js';
import { Interrupted, interruptible } from '../../terminal/interrupt.js';
import { duration, progressView } from '../../terminal/progress.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';
import { keptSupplement, refuseShard, type Supplement } from './supplement.js';

/**
 * `run` and `compare`: reads and checks everything, opens the output directory, computes, prints.
 *
 * @param names of the scenarios; in a comparison the first is the baseline
 * @param gather what checks before this one have found
 * @param supplement computed when the result is there, before the directory is finished
 */
export async function simulate<T = never>(
  kind: 'run' | 'compare',
  names: readonly string[],
  raw: RawShared,
  gather = new Gather(),
  supplement?: Supplement<T>,
): Promise<void> {
  const options = await readShared(raw, gather);
  if (supplement) await gather.check(() => refuseShard(supplement, options));
  const input = await readRun(names, options, gather, tell);
  const { populationCsv } = input;
  const plan = await planEnsemble(input);
  const { out, resume, format, json, quiet } = options;
  const store =
    out === undefined
      ? undefined
      : await openStore(plan, {
          directory: out,
          kind,
          resume,
          format,
          commandLine: commandLine(),
          populationCsv,
        });
  const kept = store?.document;
  let added = supplement && kept && keptSupplement(supplement, kept, plan, out ?? '');
  const more = kept ? undefined : supplement?.announce?.(plan, options);
  if (more && !quiet) tell(more.text);
  const executor = openExecutor(options);
  const view = progressView(quiet);
  let worldsASecond = 0;
  const add = async (wanted: Supplement<T>): Promise<T> => {
    view.end();
    if (more && !quiet && worldsASecond > 0)
      tell(
        `${more.worlds.toLocaleString('en-US')} worlds more take about ${duration(more.worlds / worldsASecond)}`,
      );
    return wanted.compute(plan, options);
  };
  const finishing: BlockStore | undefined = store &&
    supplement && {
      ...store,
      finish: async (document) => {
        const value = (added = await add(supplement));
        await store.finish({ ...document, [supplement.field]: value }, supplement.files?.(value));
      },
    };
  try {
    const document = await interruptible<RunDocument | CompareDocument>((signal) => {
      const onProgress = (progress: Progress): void => {
        worldsASecond = progress.rate * plan.scenarios.length;
        view.show(progress);
      };
      const hooks = { store: finishing ?? store, signal, onProgress };
      return kind === 'run' ? ensemble(plan, executor, hooks) : compare(plan, executor, hooks);
    });
    view.end();
    const text = (): string => report(document, plan.scenarios);
    if (supplement) {
      const value = added ?? (await add(supplement));
      const whole = { ...document, [supplement.field]: value };
      await writeOut(json ? JSON.stringify(whole) : `${text()}\n${supplement.report(value)}`);
    } else {
      await writeOut(json ? JSON.stringify(document) : text());
    }
    if (out !== undefined) tell(`The results are in ${out}`);
  } catch (error) {
    view.end();
    if (error instanceof Interrupted) tell(advice(out));
    throw error;
  } finally {
    await executor.close();
    store?.close();
  }
}

/** A document as text for a reader. */
export function report(document: RunDocument | CompareDocument, scenarios: readonly Scenario[]): string {
  return 'baseline' in document ? compareReport(document, scenarios) : runReport(document, scenarios);
}

function advice(out: string | undefined): string {
  return out === undefined
    ? 'Interrupted. Nothing is kept: with --out DIR a run can be resumed.'
    : `Interrupted. Finished blocks are kept in ${out}. Go on with:\n  ${resumeCommand()}`;
}
