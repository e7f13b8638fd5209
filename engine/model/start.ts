import { draw, drawName, exp, ln, normalQuantile, threshold, uniform } from '../random/index.js';
import { engagement, practice } from './codes.js';
import { baselineFlows, baselineReads } from './loss.js';
import type { Model } from './rule.js';
import { emptyTotals, undecided } from './state.js';

const users = drawName('start.user');
const together = drawName('start.collaborative');
const duration = drawName('start.duration');
const contracts = drawName('start.contract');
const leaders = drawName('start.leaders');
const propensity = drawName('start.propensity');

/** Takes the state back to month 0: what the districts are before any partnership of the state's (model 5). */
export function startDistricts(model: Model): void {
  const { state, world, luck, inputs } = model;
  clear(model);
  const { key, contractMonths } = world.population.districts;
  const value = (id: string): number => inputs.value(id);
  const isUser = threshold(value('initialUsers'));
  const isCollaborative = threshold(value('initialCollaborative'));
  const { collaborativeLoss } = baselineFlows(inputs.pick(baselineReads));
  const depthMonths = 12 * value('depthYears');
  const term = Math.round(value('contractMonths'));

  function each(name: typeof users, set: (d: number, u: number) => void): void {
    luck.open(name, 0);
    const { k0, k1 } = luck;
    for (let d = 0; d < world.districts; d++) set(d, draw(k0, k1, key[d]!));
  }

  each(users, (d, u) => {
    if (u < isUser) state.practice[d] = practice.ibbTrained;
  });
  each(together, (d, u) => {
    if (state.practice[d] === practice.ibbTrained && u < isCollaborative)
      state.practice[d] = practice.collaborative;
  });
  each(duration, (d, u) => {
    if (state.practice[d] !== practice.collaborative) return;
    const months = -ln(uniform(u)) / collaborativeLoss;
    state.collaborativeSince[d] = -Math.floor(Math.min(months, 1200));
    state.depth[d] = 1 - exp(-months / depthMonths);
    state.deep[d] = state.depth[d] >= value('deepDepth') ? 1 : 0;
  });
  each(contracts, (d, u) => {
    const known = contractMonths[d]!;
    state.contractEnd[d] = known >= 0 ? Math.max(1, known) : 1 + Math.floor(uniform(u) * term);
  });
  each(leaders, (d, u) => {
    state.superintendentSince[d] = -tenure(u & 0xffff, value('superintendentYears'));
    state.unionPresidentSince[d] = -tenure(u >>> 16, value('unionPresidentYears'));
    if (state.practice[d] !== practice.adversarial) return;
    const newest = Math.max(state.superintendentSince[d], state.unionPresidentSince[d]);
    state.doorUntil[d] = newest + value('doorMonths');
  });
  each(propensity, (d, u) => {
    state.propensity[d] = normalQuantile(uniform(u));
  });
}

/** Months that present leaders have served: memoryless, so as long as a full tenure is. */
function tenure(u16: number, years: number): number {
  return Math.min(600, Math.floor(-ln((u16 + 0.5) / 65536) * 12 * years));
}

function clear({ state }: Model): void {
  state.practice.fill(practice.adversarial);
  state.engagement.fill(engagement.unaware);
  state.milestones.fill(0);
  state.collaborativeSince.fill(0);
  state.depth.fill(0);
  state.deep.fill(0);
  state.experiencedNeighbours.fill(0);
  state.attended.fill(0);
  state.lapsed.fill(0);
  state.grantMonths.fill(0);
  state.queuedSince.fill(-1);
  state.takesFacilitator.fill(undecided);
  state.followingUnits.fill(0);
  state.doorUntil.fill(0);
  state.activeTies.fill(0);
  state.metTies.fill(0);
  state.newTies.length = 0;
  state.slots.fill(0);
  Object.assign(state.totals, emptyTotals());
}
