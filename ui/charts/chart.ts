import type { Comparison } from '../state/comparison.js';
import type { ChartMode } from '../state/state.js';

/** What every chart is drawn from. */
export interface ChartInput {
  readonly comparison: Comparison;
  /** First month of the run, "YYYY-MM". */
  readonly firstMonth: string;
  readonly mode: ChartMode;
  /** Where the time cursor stands. */
  readonly month: number;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

export interface Drawing {
  readonly svg: SVGSVGElement;
  /** The plot's inner rectangle. */
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Points to mark at a month of the time axis; absent where a chart has none. */
  readonly dots?: (month: number) => readonly Dot[];
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row heads it. */
  readonly rows: readonly (readonly string[])[];
}

/** A chart of several outcomes is one file in this folder and one line in its index. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** In words, without abbreviations. */
  readonly unit: string;
  /** Of its differences, where that is another. */
  readonly differenceUnit?: string;
  /** With a time axis; else the chart shows the month under the cursor. */
  readonly overTime: boolean;
  readonly modes: readonly ChartMode[];
  draw(input: ChartInput, size: Size): Drawing;
  /** One line: the values under the time cursor. */
  readout(input: ChartInput): string;
  /** Two or three sentences for someone who doesn't see the chart. */
  summary(input: ChartInput): string;
  table(input: ChartInput): Table;
}

/** Last month of the comparison. */
export function horizonOf({ comparison }: ChartInput): number {
  const [outcome] = Object.values(comparison.scenario.outcomes);
  return outcome === undefined ? 0 : outcome.q50.length - 1;
}
