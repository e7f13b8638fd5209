/** The condition on which all gains in scores rest. */
export const ifCausal = 'if the study’s association is causal (26 schools, one district)';

/** The same as a sentence, for wherever gains in scores stand without a headline. */
export const causalCaveat = `API-equivalent figures are effects only ${ifCausal}.`;

/** How to read the figures of a table. */
export const readingNote =
  `Figures: middle value [what 90 of 100 simulated futures lie between]. ${causalCaveat} IBB: interest-based bargaining; ` +
  'API: California’s Academic Performance Index.';

/** How to cite what a version of Accord computed, in lines. */
export function citation(version: string, what: string): readonly string[] {
  return [
    'Accord contributors. Accord: simulation of labour-management partnership policy in school districts,',
    `version ${version}. ${what}.`,
  ];
}
