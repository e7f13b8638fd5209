import { formatProblems, InputError, type Problem } from '../../input/index.js';

/**
 * Runs several checks and collects what all of them find, so that a command answers bad input once and in full.
 */
export class Gather {
  private readonly problems: Problem[] = [];

  /** The value of a task, or undefined when it finds the input wrong. */
  async check<T>(task: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.problems.push(...error.problems);
      return undefined;
    }
  }

  /**
   * Ends the gathering. What several checks have found is told once.
   *
   * @throws InputError when any check has found a problem
   */
  report(): void {
    const told = new Map(this.problems.map((problem) => [formatProblems([problem]), problem]));
    if (told.size > 0) throw new InputError([...told.values()]);
  }
}
