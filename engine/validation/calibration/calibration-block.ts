/** One figure that a block is fitted to. */
export interface FitRow {
  /** Id of the figure. */
  readonly figure: string;
  readonly label: string;
  /** As reported, in the unit in which the block simulates it. */
  readonly observed: number;
  /** Its sampling error, the unit of the distance. */
  readonly error: number;
}

/**
 * A part of the fit: figures, and the parameters that they inform. The likelihood factorises over blocks: no figure of one
 * block speaks about a parameter of another, but for what a later block takes over from an earlier one's posterior.
 */
export interface CalibrationBlock {
  readonly id: string;
  readonly title: string;
  /** Populations of the fit: tolerances fall until few moves are accepted, and further ones would cost more than they tell. */
  readonly populations: number;
  /** Ids of the parameters that the fit moves. */
  readonly parameters: readonly string[];
  /**
   * Ids of parameters that the figures do not identify but that belong with the moved ones: they come from their priors,
   * and a joint draw takes them over from the simulation that was accepted.
   */
  readonly carried?: readonly string[];
  readonly rows: readonly FitRow[];
  /** All other parameters of a simulation; where it is left out, they come from their priors. */
  readonly others?: (replicate: number) => Float64Array;
  /**
   * One simulation of the rows, in their order.
   *
   * @param replicate address of its luck
   */
  readonly simulate: (parameters: Float64Array, root: Uint32Array, replicate: number) => readonly number[];
}

/** Standard error of a share of `n`. */
export function shareError(share: number, n: number): number {
  return Math.sqrt((share * (1 - share)) / n);
}
