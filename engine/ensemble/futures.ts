import { outcomes } from '../model/outcomes/index.js';

/** Numbers that one replicate of one scenario yields: outcomes times months. */
export function worldLength(months: number): number {
  return outcomes.length * months;
}

/**
 * Number of an outcome's first series. A series is one outcome at one month; those of an outcome follow one another,
 * month by month.
 */
export function firstSeries(outcome: number, months: number): number {
  return outcome * months;
}

/** The outcome and the month of a series. */
export function placeOfSeries(series: number, months: number): { outcome: number; month: number } {
  return { outcome: Math.floor(series / months), month: series % months };
}

/** What the values of some replicates are laid out by. */
export interface FuturesShape {
  readonly scenarios: { readonly length: number };
  /** Values a series: 12 * years + 1. */
  readonly months: number;
}

/**
 * A view over values of shape [replicate][scenario][outcome][month]: the one place that knows how they lie in memory.
 * All arrays it gives are views as well; nothing is copied. Replicates count from the first of the values.
 */
export class Futures {
  readonly #world: number;
  readonly #replicate: number;

  constructor(
    readonly values: Float64Array,
    readonly shape: FuturesShape,
  ) {
    this.#world = worldLength(shape.months);
    this.#replicate = shape.scenarios.length * this.#world;
  }

  /** Memory for some replicates; `spare` where it has the right size. */
  static allocate(shape: FuturesShape, replicates: number, spare?: Float64Array): Futures {
    const size = replicates * shape.scenarios.length * worldLength(shape.months);
    return new Futures(spare?.length === size ? spare : new Float64Array(size), shape);
  }

  get replicates(): number {
    return this.values.length / this.#replicate;
  }

  /** All of some replicates, shape [replicate][scenario][outcome][month]. */
  range(from: number, to: number): Float64Array {
    return this.values.subarray(from * this.#replicate, to * this.#replicate);
  }

  /** A copy of one replicate, shape [scenario][outcome][month]. */
  copy(replicate: number): Float64Array {
    return this.range(replicate, replicate + 1).slice();
  }

  /** One replicate of one scenario, shape [outcome][month]; its elements are numbered as series are. */
  world(replicate: number, scenario: number): Float64Array {
    const from = replicate * this.#replicate + scenario * this.#world;
    return this.values.subarray(from, from + this.#world);
  }

  /** One outcome of one replicate and scenario, by month. */
  series(replicate: number, scenario: number, outcome: number): Float64Array {
    const from = this.#place(replicate, scenario, outcome, 0);
    return this.values.subarray(from, from + this.shape.months);
  }

  at(replicate: number, scenario: number, outcome: number, month: number): number {
    return this.values[this.#place(replicate, scenario, outcome, month)]!;
  }

  set(replicate: number, scenario: number, outcome: number, month: number, value: number): void {
    this.values[this.#place(replicate, scenario, outcome, month)] = value;
  }

  /** The value that an outcome ends with. */
  horizon(replicate: number, scenario: number, outcome: number): number {
    return this.at(replicate, scenario, outcome, this.shape.months - 1);
  }

  #place(replicate: number, scenario: number, outcome: number, month: number): number {
    return (
      replicate * this.#replicate + scenario * this.#world + firstSeries(outcome, this.shape.months) + month
    );
  }
}
