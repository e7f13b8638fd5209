import {
  compare,
  ensemble,
  planEnsemble,
  type CompareDocument,
  type Plan,
  type Progress,
  type RunDocument,
} from '../../ensemble/index.js';
import { openStore } from '../../output/store/index.js';
import type { Scenario } from '../../scenario/index.js';
import { Gather } from '../input/gather.js';
import { openExecutor } from '../input/open-executor.js';
import { readRun } from '../input/read-run.js';
import { readRunOptions, type RawRunOptions, type RunOptions } from '../input/run-options.js';
import { compareReport } from '../report/compare-report.js';
import { runReport } from '../report/run-report.js';
import { commandLine, resumeCommand } from '../terminal/command-line.js';
import { Interrupted, interruptible } from '../terminal/interrupt.js';
import { progressView } from '../terminal/progress.js';
import { tell } from '../terminal/tell.js';
import { writeOut } from '../terminal/write-out.js';

/** What a command adds to the result: fields of the JSON document, and text under the report. */
export interface Supplement {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/**
 * `run` and `compare`: reads and checks everything, opens the output directory, computes, prints.
 *
 * @param names of the scenarios; in a comparison the first is the baseline
 * @param gather what checks before this one have found
 * @param supplement computed when the result is there
 */
export async function simulate(
  kind: 'run' | 'compare',
  names: readonly string[],
  raw: RawRunOptions,
  gather = new Gather(),
  supplement?: (plan: Plan, options: RunOptions) => Promise<Supplement>,
): Promise<void> {
  const options = await readRunOptions(raw, gather);
  const plan = await planEnsemble(await readRun(names, options, gather, tell));
  const { out, resume, format, json, quiet } = options;
  const store =
    out === undefined
      ? undefined
      : await openStore(plan, { directory: out, kind, resume, format, commandLine: commandLine() });
  const executor = openExecutor(options);
  const view = progressView(quiet);
  try {
    const document = await interruptible<RunDocument | CompareDocument>((signal) => {
      const hooks = { store, signal, onProgress: (progress: Progress) => view.show(progress) };
      return kind === 'run' ? ensemble(plan, executor, hooks) : compare(plan, executor, hooks);
    });
    view.end();
    const more = await supplement?.(plan, options);
    await writeOut(
      json
        ? JSON.stringify({ ...document, ...more?.fields })
        : [report(document, plan.scenarios), ...(more ? [more.text] : [])].join('\n'),
    );
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
