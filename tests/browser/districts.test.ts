import { afterEach, describe, expect, test } from 'vitest';
import { outcomeIndex, outcomes } from '../../engine/model/outcomes/index.js';
import { loadPopulation } from '../../engine/population/index.js';
import { drawParameters } from '../../engine/evidence/index.js';
import { rootKey } from '../../engine/random/index.js';
import { createKernel } from '../../engine/run.js';
import { loadScenario } from '../../engine/scenario/index.js';
import { traceReplicate } from '../../engine/trace.js';
import { DistrictEvent } from '../../ui/districts/district-group.js';
import '../../ui/districts/district-network.js';
import { educatorCircle } from '../../ui/districts/educator-circle.js';
import { layoutDistricts } from '../../ui/engine/layout-districts.js';
import { rosterOf, type Roster } from '../../ui/engine/roster.js';
import { educatorTies, traceSchools } from '../../ui/engine/trace-schools.js';
import { activeTies, traceTies } from '../../ui/engine/trace-ties.js';

const scenario = { ...loadScenario('mep'), population: 'massachusetts' };
const population = await loadPopulation('massachusetts');
const kernel = createKernel(population);
const seed = '2012';
const replicate = 3;
const district = 17;

describe('the layout of the network', () => {
  const { groups } = rosterOf(population);
  const { ties } = kernel.stepper.model.world;
  const layout = layoutDistricts(population.districts.count, groups, ties);

  test('is the same for the same districts', () => {
    expect(layoutDistricts(population.districts.count, groups, ties)).toEqual(layout);
  });

  test('gives every district a place of its own', () => {
    const places = Array.from(layout.x, (x, d) => `${x} ${layout.y[d]}`);
    expect(places.join()).not.toMatch(/NaN|Infinity/);
    expect(new Set(places).size).toBe(population.districts.count);
  });

  test('keeps districts that can have a tie closer than districts at large', () => {
    const distance = (a: number, b: number): number =>
      Math.hypot(layout.x[a]! - layout.x[b]!, layout.y[a]! - layout.y[b]!);
    const tied = ties.a.reduce((sum, a, tie) => sum + distance(a, ties.b[tie]!), 0) / ties.count;
    const n = population.districts.count;
    let all = 0;
    for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) all += distance(a, b);
    expect(tied).toBeLessThan(0.8 * (all / ((n * (n - 1)) / 2)));
  });
});

test('the ties recorded are those of the density that the run reports', () => {
  const months = 12 * scenario.years;
  const out = new Float64Array(outcomes.length * (months + 1));
  const root = rootKey(seed);
  kernel.run(scenario, drawParameters(root, replicate, scenario.assumptions), root, replicate, out);
  const ties = traceTies(kernel, scenario, seed, replicate);
  const n = population.districts.count;
  const first = outcomeIndex.get('networkDensity')! * (months + 1);
  for (const month of [0, 1, 60, months]) {
    expect(activeTies(ties, month) / ((n * (n - 1)) / 2)).toBeCloseTo(out[first + month]!, 12);
  }
  expect(activeTies(ties, months)).toBeGreaterThan(0);
});

describe('the schools of a district', () => {
  const schools = traceSchools(kernel, population, scenario, seed, replicate, district);
  const trace = traceReplicate(population, scenario, seed, replicate, district);

  test('are those of the future that the districts show: asking about them changes nothing', () => {
    expect(schools.map(({ years }) => years.map(({ ties }) => ties))).toEqual(
      trace.schools.map(({ ties }) => [...ties]),
    );
    schools.forEach(({ years }, place) =>
      years.forEach(({ density, ties }) =>
        expect(density).toBeCloseTo(ties / trace.schools[place]!.possibleTies, 12),
      ),
    );
  });

  test('have topics whose mean is the density', () => {
    for (const { density, topics } of schools.flatMap(({ years }) => years)) {
      expect(topics).toHaveLength(4);
      expect(topics.reduce((sum, one) => sum + one, 0) / 4).toBeCloseTo(density, 12);
    }
  });

  test('have an explicit network with exactly the ties of the run, every year', () => {
    const [school] = schools;
    const networks = educatorTies(school!, seed, replicate);
    networks.forEach((pairs, year) => {
      const { degrees, ties, officeTies } = educatorCircle(school!.educators, pairs, 320, 20);
      expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBe(2 * school!.years[year]!.ties);
      expect(`${ties}${officeTies}`.split('M').length - 1).toBe(school!.years[year]!.ties);
    });
  });
});

describe('the network on the page', () => {
  afterEach(() => document.body.replaceChildren());

  test('tells which district was clicked', async () => {
    const roster: Roster = {
      ...rosterOf(population),
      names: ['left', 'right'],
      groups: [{ name: 'all', districts: Uint32Array.of(0, 1) }],
    };
    const network = document.createElement('district-network');
    Object.assign(network, {
      roster,
      layout: { x: Float32Array.of(-1, 1), y: Float32Array.of(0, 0) },
      ties: { a: Uint32Array.of(0), b: Uint32Array.of(1), active: Uint8Array.of(1) },
      codes: Uint8Array.of(2, 0),
    });
    const clicked: number[] = [];
    network.addEventListener(DistrictEvent.type, (event) => clicked.push((event as DistrictEvent).district));
    document.body.append(network);
    await expect.poll(() => network.shadowRoot!.querySelector('.sigma-mouse')).not.toBeNull();
    const canvas = network.shadowRoot!.querySelector('.sigma-mouse')!;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const clickAlong = (): number => {
      for (let x = left; x < left + width; x += 6) {
        const at = { clientX: x, clientY: top + height / 2, bubbles: true, composed: true };
        for (const type of ['mousedown', 'mouseup', 'click']) canvas.dispatchEvent(new MouseEvent(type, at));
      }
      return clicked.length;
    };
    await expect.poll(clickAlong).toBeGreaterThan(1);
    expect(clicked[0]).toBe(0);
    expect(clicked.at(-1)).toBe(1);
    expect(network.shadowRoot!.querySelector('.stage')!.ariaLabel).toContain('1 active learning tie between');
  });
});
