/** Whether a scenario's `population` names a file of the user's own. */
export function isPopulationFile(population: string): boolean {
  return /\.csv$/i.test(population);
}
