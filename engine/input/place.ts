/** Where problems are reported: the file or option, and the line of a value or key where lines exist. */
export interface Place {
  readonly path: string;
  /** What the file holds; default `scenario`. */
  readonly what?: string;
  readonly line?: (path: readonly PropertyKey[]) => number | undefined;
  readonly keyLine?: (path: readonly PropertyKey[], key: string) => number | undefined;
}
