import { formatValue } from '../../telling/format-value.js';
import { type DiscoveredBox, type DiscoveryDocument, limitInWords } from '../../analysis/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import { alignTable, wrap } from './align-table.js';

/** Boxes of the trajectory that are shown, spread over all. */
const shownBoxes = 12;

/** What a discovery found, as text: the condition in words, its limits, and the way to it. */
export function discoveryReport(document: DiscoveryDocument): string {
  const { sweep, label, statistic, side, threshold, runs, failed, ofInterest, chosen, inWords, trajectory } =
    document;
  const { unit } = outcomeOf(document.outcome);
  const what = `${label} (${statistic}) ${side} ${formatValue(threshold, unit)} ${unit.words}`;
  const left = failed === 0 ? '' : `; ${failed} failed runs are left out`;
  const steps = trajectory.filter((_, step) => isShown(step, trajectory.length));
  return [
    `${sweep}: ${what} in ${ofInterest} of ${runs} runs${left}`,
    '',
    chosen.limits.length === 0
      ? 'No box is better than the whole: no factor tells the runs of interest from the others.'
      : wrap(
          `When ${inWords}: ${percent(chosen.density)} of these runs are ${side} (coverage: they are ` +
            `${percent(chosen.coverage)} of all that are).`,
        ),
    ...(chosen.limits.length === 0 ? [] : ['', limitTable(chosen)]),
    '',
    alignTable(
      [
        ['Peeling', 'Mass', 'Coverage', 'Density', 'Restricted factors'],
        ...steps.map((box) => boxRow(String(trajectory.indexOf(box)), box)),
        boxRow('chosen', chosen),
      ],
      [1, 2, 3],
    ),
    '',
    wrap(note),
  ].join('\n');
}

function limitTable({ limits }: DiscoveredBox): string {
  return alignTable([
    ['Condition', 'Factor', 'Quasi-p'],
    ...limits.map((limit) => [limitInWords(limit), limit.label, quasiP(limit.quasiP)]),
  ]);
}

function boxRow(step: string, { mass, coverage, density, limits }: DiscoveredBox): string[] {
  const factors = limits.map(({ address }) => address.replace(/^(assumptions|levers)\./, '')).join(', ');
  return [step, percent(mass), percent(coverage), percent(density), factors];
}

function isShown(step: number, steps: number): boolean {
  const stride = Math.max(1, Math.ceil((steps - 1) / (shownBoxes - 1)));
  return step % stride === 0 || step === steps - 1;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function quasiP(value: number): string {
  return value < 0.001 ? 'below 0.001' : value.toFixed(3);
}

const note =
  'Density: share of the runs in a box that are of interest; coverage: share of all runs of interest that lie in it; ' +
  'mass: share of all runs. Quasi-p: chance to find as many if that limit did nothing; above 0.05 it may be an accident.';
