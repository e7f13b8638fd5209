import type { RuleModel } from './rule.js';

/**
 * The schools of month 0, kept for the next scenario of the same replicate: with the same parameters it starts from the
 * same schools, and to copy them is many times faster than to draw them.
 */
export class KeptStart {
  private run = -1;
  private parameters = new Float64Array(0);
  private readonly changing: readonly (Float64Array | Int32Array)[];
  private readonly kept: readonly Float64Array[];

  constructor(private readonly model: RuleModel<never>) {
    const { deviation, ties, fixed, moving } = model.state.schools;
    this.changing = [deviation, ties, fixed, moving];
    this.kept = this.changing.map(({ length }) => new Float64Array(length));
  }

  /** Brings the schools to month 0; `drawAnew` does it where another replicate or other parameters were the last. */
  begin(drawAnew: () => void): void {
    const { luck, inputs } = this.model;
    if (this.run === luck.run && inputs.has(this.parameters)) {
      this.changing.forEach((column, index) => column.set(this.kept[index]!));
      return;
    }
    drawAnew();
    this.run = luck.run;
    this.parameters = inputs.parameters.slice();
    this.changing.forEach((column, index) => this.kept[index]!.set(column));
  }
}
