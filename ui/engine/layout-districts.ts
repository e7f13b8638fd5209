import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { CandidateTies } from '../../engine/model/candidate-ties.js';
import type { Group } from './roster.js';

/** Where each district stands, in units of no meaning; y grows upwards. */
export interface Layout {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Enough for the picture to stand still. */
const ITERATIONS = 250;
/** How much more strongly a tie within a group pulls, so that groups can be seen. */
const KIN = 6;
/** Above this a quadtree makes up for what it costs. */
const MANY = 500;

/**
 * Places districts by the ties that can exist between them, those of a group together. It starts from fixed places, every group on a ring of its own: the same districts always give the same
 * picture. Takes about a second; call it in a worker.
 */
export function layoutDistricts(
  count: number,
  groups: readonly Group[],
  { a, b }: Pick<CandidateTies, 'a' | 'b'>,
): Layout {
  const graph = new Graph({ type: 'undirected' });
  const start = startingPlaces(count, groups);
  for (let d = 0; d < count; d++) graph.addNode(d, { x: start.x[d], y: start.y[d] });
  const groupOf = new Uint16Array(count);
  groups.forEach(({ districts }, group) => districts.forEach((district) => (groupOf[district] = group)));
  a.forEach((one, tie) => {
    const weight = groupOf[one] === groupOf[b[tie]!] ? KIN : 1;
    graph.mergeUndirectedEdge(one, b[tie], { weight });
  });
  const settings = {
    barnesHutOptimize: count > MANY,
    linLogMode: true,
    strongGravityMode: false,
    gravity: 1,
    scalingRatio: 4,
    slowDown: 4,
  };
  const places = forceAtlas2(graph, { iterations: ITERATIONS, settings });
  return {
    x: Float32Array.from({ length: count }, (_, d) => places[d]!.x),
    y: Float32Array.from({ length: count }, (_, d) => places[d]!.y),
  };
}

/** Groups around a ring, and the districts of each on a sunflower around its place. */
function startingPlaces(count: number, groups: readonly Group[]): Layout {
  const places = { x: new Float32Array(count), y: new Float32Array(count) };
  const ring = 2 * Math.sqrt(count);
  groups.forEach(({ districts }, group) => {
    const angle = (2 * Math.PI * group) / groups.length;
    districts.forEach((district, rank) => {
      const turn = rank * 2.399_963; // the golden angle
      const radius = Math.sqrt(rank + 1);
      places.x[district] = ring * Math.cos(angle) + radius * Math.cos(turn);
      places.y[district] = ring * Math.sin(angle) + radius * Math.sin(turn);
    });
  });
  return places;
}
