import { levers } from '../../engine/model/levers/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import type { Setup } from './setup.js';

/** How to get the page's numbers again on a command line. */
export interface Recipe {
  readonly command: string;
  /** Scenario files that the command reads, where options can't say it all. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/**
 * The command that computes a setup's comparison to the same digest. Lever values and assumptions become options; a
 * scenario changed in any other way becomes a file.
 *
 * @param bundled the scenario of that name as it comes with the project, if there is one
 * @param toYaml a scenario as the file that the command line reads
 */
export function recipeOf(
  { scenario, baseline, seed }: Setup,
  replicates: number,
  bundled: (name: string) => Scenario | undefined,
  toYaml: (scenario: Scenario) => string,
): Recipe {
  const original = bundled(scenario.name);
  const reference = bundled(baseline.name);
  const shared = [
    '--population',
    scenario.population,
    '--years',
    String(scenario.years),
    '--replicates',
    String(replicates),
    '--seed',
    quote(seed),
  ];
  const plain =
    original !== undefined &&
    reference !== undefined &&
    sameBut(original, scenario) &&
    sameBut(reference, baseline) &&
    Object.keys(original.assumptions).every((id) => id in scenario.assumptions);
  if (plain) {
    const settings = [...leverSettings(original, scenario), ...assumptionSettings(original, scenario)];
    const words = ['accord-sim', 'compare', baseline.name, scenario.name, ...shared];
    return { command: [...words, ...settings.flatMap((one) => ['--set', one])].join(' '), files: [] };
  }
  const files = [
    { name: 'baseline.yaml', text: toYaml(baseline) },
    { name: 'scenario.yaml', text: toYaml(scenario) },
  ];
  return { command: ['accord-sim', 'compare', ...files.map(({ name }) => name), ...shared].join(' '), files };
}

function leverSettings(from: Scenario, to: Scenario): readonly string[] {
  return levers.flatMap(({ id, fields }) =>
    fields.flatMap(({ id: field, choices }) => {
      const [before, after] = [from.levers[id].values[field], to.levers[id].values[field] ?? 0];
      return before === after ? [] : [`levers.${id}.${field}=${choices?.[after] ?? after}`];
    }),
  );
}

function assumptionSettings(from: Scenario, to: Scenario): readonly string[] {
  return Object.entries(to.assumptions)
    .filter(([id, value]) => from.assumptions[id] !== value)
    .map(([id, value]) => `assumptions.${id}=${value}`);
}

/** Equal in all that decides numbers and that options don't carry: timing, context, delays and events. */
function sameBut(a: Scenario, b: Scenario): boolean {
  return rest(a) === rest(b);
}

function rest({ levers: settings, context, stateDelays, events, years }: Scenario): string {
  const timing = Object.values(settings).map(({ startMonth, endMonth, rampMonths }) => [
    startMonth,
    endMonth >= 12 * years ? 'no end' : endMonth,
    rampMonths,
  ]);
  return JSON.stringify([timing, context, stateDelays, events]);
}

function quote(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
