import { headlineOf, type Headline } from '../../engine/telling/headline.js';
import { recipeOf, type Recipe } from '../../engine/telling/recipe.js';
import { version } from '../../engine/ensemble/version.js';
import { sources } from '../../engine/evidence/index.js';
import type { Comparison } from '../state/comparison.js';
import type { Session } from '../state/session.js';
import type { Setup } from '../state/setup.js';
import { chartOf } from '../charts/index.js';
import { horizonOf, type ChartInput } from '../charts/chart.js';
import { assumptionRows, type AssumptionRow } from './assumption-rows.js';
import { leverRows, type LeverRow } from './lever-rows.js';
import { limitsOf } from './limits.js';
import { outcomeRows, type OutcomeRow } from './outcome-rows.js';

export interface BriefChart {
  readonly title: string;
  readonly unit: string;
  readonly summary: string;
  readonly svg: SVGSVGElement;
}

/** Everything on the paper but its title and its link. */
export interface BriefContent {
  readonly setup: Setup;
  readonly comparison: Comparison;
  readonly population: string;
  readonly headline: Headline;
  readonly charts: readonly BriefChart[];
  readonly outcomes: readonly OutcomeRow[];
  readonly levers: readonly LeverRow[];
  readonly assumptions: readonly AssumptionRow[];
  readonly limits: readonly string[];
  readonly sources: readonly string[];
  readonly recipe: Recipe;
  readonly version: string;
}

/** Wide enough for labels beside the lines, low enough that all of page one fits on one sheet. */
const CHART = { width: 324, height: 216 } as const;

/** What the brief says of the numbers on the page; undefined before there are any. */
export function briefContent({ engine, run, store }: Session): BriefContent | undefined {
  const { result } = run.value;
  if (result === undefined) return undefined;
  const { comparison, setup } = result;
  const { scenario, baseline } = setup;
  const { charts, modes } = store.value.view;
  const population = engine.populations.find(({ id }) => id === scenario.population);
  return {
    setup,
    comparison,
    population: population?.title ?? scenario.population,
    headline: headlineOf(comparison, scenario.firstMonth, baseline),
    charts: charts.map((id, place) => {
      const chart = chartOf(id);
      const wanted = modes[place]!;
      const mode = chart.modes.includes(wanted) ? wanted : 'values';
      const input: ChartInput = { comparison, firstMonth: scenario.firstMonth, mode, month: 0 };
      const atEnd = { ...input, month: horizonOf(input) };
      return {
        title: mode === 'difference' ? `${chart.title}: difference` : chart.title,
        unit:
          mode === 'difference'
            ? `scenario minus baseline, in ${chart.differenceUnit ?? chart.unit}`
            : chart.unit,
        summary: chart.summary(atEnd),
        svg: chart.draw(atEnd, CHART).svg,
      };
    }),
    outcomes: outcomeRows(comparison),
    levers: leverRows(scenario, baseline),
    assumptions: assumptionRows(scenario),
    limits: limitsOf(setup, population),
    sources: sources.map(({ title, authors, year }) => `${title} (${authors}, ${year})`),
    recipe: recipeOf(setup, comparison.replicates, engine),
    version,
  };
}
