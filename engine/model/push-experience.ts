import type { State } from './state.js';
import type { World } from './world.js';

/**
 * Tells the districts at the other end of a district's active ties that it became experienced (+1) or no longer is (-1).
 * Counts are pushed at the rare change instead of pulled every month; no rule reads them in the step that changes them.
 */
export function pushExperience(world: World, state: State, district: number, change: 1 | -1): void {
  const { a, b, start, incident } = world.ties;
  for (let i = start[district]!; i < start[district + 1]!; i++) {
    const tie = incident[i]!;
    if (!state.activeTies[tie]) continue;
    state.experiencedNeighbours[a[tie] === district ? b[tie]! : a[tie]!]! += change;
  }
}
