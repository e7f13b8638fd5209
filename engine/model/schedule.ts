/** Guards against a sum such as 24 * 3.5 / 12 that falls a hair short of a whole number. */
const slack = 1 / 1048576;

/**
 * Turns a yearly rate into events of single months: the n-th event comes when the running sum passes n - `lead`.
 * With a lead of 1/2, three events in two years fall on months 4, 12 and 20.
 */
export class Schedule {
  /** Events so far. */
  count = 0;
  private sum = 0;

  begin(lead: number): void {
    this.sum = lead;
    this.count = 0;
  }

  /** Events of this month, from its rate. */
  next(perYear: number): number {
    this.sum += perYear / 12;
    const due = Math.floor(this.sum + slack) - this.count;
    this.count += due;
    return due;
  }
}
