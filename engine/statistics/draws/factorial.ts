/**
 * Full factorial design: every combination of the factors' levels.
 *
 * @param levels for each factor its levels, in any unit
 * @returns one row a combination, the last factor changing fastest; no factors give one empty row, and a factor without
 *   levels gives no rows
 */
export function factorial<T>(levels: readonly (readonly T[])[]): T[][] {
  return levels.reduce<T[][]>(
    (rows, factorLevels) => rows.flatMap((row) => factorLevels.map((level) => [...row, level])),
    [[]],
  );
}
