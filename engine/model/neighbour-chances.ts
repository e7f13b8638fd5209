import { hazardToChance, threshold } from '../random/index.js';

/** Experienced neighbours up to which chances are kept ready; more are rare and computed when they come. */
const kept = 16;

/**
 * Chances a month of an event that experienced neighbours hasten: hazard x (1 + pull x neighbours), as the integer
 * threshold of a draw. A row for each set of other circumstances.
 */
export class NeighbourChances {
  private hazards = new Float64Array(0);
  private table = new Float64Array(0);
  private pull = 0;
  /** The last one computed: in a dense network whole months ask for the same. */
  private last = { row: -1, neighbours: -1, threshold: 0 };

  /** Makes room for rows; call it before `set`. */
  begin(rows: number, pull: number): void {
    this.pull = pull;
    this.last.row = -1;
    if (this.hazards.length >= rows) return;
    this.hazards = new Float64Array(rows);
    this.table = new Float64Array(rows * kept);
  }

  /** @param hazard of a month without neighbours */
  set(row: number, hazard: number): void {
    this.hazards[row] = hazard;
    for (let n = 0; n < kept; n++) this.table[row * kept + n] = this.compute(row, n);
  }

  threshold(row: number, neighbours: number): number {
    return neighbours < kept ? this.table[row * kept + neighbours]! : this.beyond(row, neighbours);
  }

  private beyond(row: number, neighbours: number): number {
    if (this.last.row !== row || this.last.neighbours !== neighbours) {
      this.last = { row, neighbours, threshold: this.compute(row, neighbours) };
    }
    return this.last.threshold;
  }

  private compute(row: number, neighbours: number): number {
    return threshold(hazardToChance(this.hazards[row]! * (1 + this.pull * neighbours)));
  }
}
