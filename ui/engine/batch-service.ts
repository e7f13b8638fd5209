import { compareOn } from '../../engine/ensemble/compare-on.js';
import type { CompareDocument } from '../../engine/ensemble/document.js';
import { planEnsemble, type Plan } from '../../engine/ensemble/plan.js';
import { writeResultsCsv, writeResultsParquet } from '../../engine/output/index.js';
import type { Population } from '../../engine/population/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { recordingStore, type RecordingStore } from './horizon-record.js';
import { Leg, type Report } from './leg.js';

export interface BatchSpec {
  readonly baseline: Scenario;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly replicates: number;
}

/** All rows as Parquet or CSV, or the summary that `accord-sim compare --json` prints. */
export const batchFiles = ['parquet', 'csv', 'json'] as const;
export type BatchFile = (typeof batchFiles)[number];

/** A Monte Carlo batch that can be stopped and gone on with; all its futures stay in the worker's memory. */
export interface BatchService {
  /** Forgets the last batch and makes ready for another. */
  openBatch(spec: BatchSpec, population: Population): Promise<void>;
  /** Computes what is missing. */
  runBatch(workers: number, report: Report): Promise<CompareDocument>;
  stopBatch(): void;
  /** Scenario less baseline at the horizon by outcome id, of the futures that are there without a gap. */
  differences(): Record<string, Float64Array>;
  /** Of a finished batch. */
  batchFile(kind: BatchFile): Promise<Blob>;
}

interface Batch {
  readonly plan: Plan;
  readonly store: RecordingStore;
  document?: CompareDocument;
}

export function createBatchService(): BatchService {
  const leg = new Leg();
  let open: Batch | undefined;
  const batch = (): Batch => {
    if (open === undefined) throw new Error('a batch must be opened first');
    return open;
  };
  return {
    async openBatch({ baseline, scenario, seed, replicates }, population) {
      leg.stop();
      const scenarios = [
        { ...baseline, name: 'baseline' },
        { ...scenario, name: 'scenario' },
      ];
      const plan = await planEnsemble({ population, scenarios, seed, replicates });
      open = { plan, store: recordingStore(plan) };
    },
    async runBatch(workers, report) {
      const { plan, store } = batch();
      const document = await leg.run(workers, report, (pool, hooks) =>
        compareOn(plan, pool, { ...hooks, store }),
      );
      batch().document = document;
      return document;
    },
    stopBatch: () => leg.stop(),
    differences() {
      const { horizon } = batch().store;
      return horizon.differences(
        1,
        Uint32Array.from({ length: horizon.inOrder }, (_, column) => column),
      );
    },
    async batchFile(kind) {
      const { plan, store, document } = batch();
      if (document === undefined) throw new Error('all futures must be simulated before they are written');
      if (kind === 'json') return new Blob([JSON.stringify(document)], { type: 'application/json' });
      const pieces: BlobPart[] = [];
      if (kind === 'csv') await writeResultsCsv(plan, store, (text) => void pieces.push(text));
      else await writeResultsParquet(plan, store, (bytes) => void pieces.push(bytes.slice()));
      return new Blob(pieces, { type: kind === 'csv' ? 'text/csv' : 'application/vnd.apache.parquet' });
    },
  };
}
