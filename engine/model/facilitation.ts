import { draw, drawName, hazardToChance, threshold } from '../random/index.js';
import { engagement, milestone } from './codes.js';
import type { Readings } from './inputs.js';
import type { RuleModel } from './rule.js';
import { reach } from './transitions.js';

export const facilitationReads = ['facilitationDelay', 'districtsPerFacilitator'] as const;

const facilitation = drawName('bargaining.facilitation');

/**
 * Facilitators and the trained districts that take one: a district holds its place until it ratifies or switches back,
 * and when fewer places are free than districts want one, the smallest draws win.
 */
export class Facilitation {
  private chance = 0;
  private chosen = 0;
  private readonly entrants: Int32Array;

  constructor(
    private readonly model: RuleModel<'stateInstitution'>,
    private readonly p: Readings<typeof facilitationReads>,
  ) {
    this.entrants = new Int32Array(model.world.districts);
  }

  begin(): void {
    this.chance = threshold(hazardToChance(1 / this.p.facilitationDelay));
    this.chosen = 0;
  }

  /** Chooses who begins this month, by the places that are free at its start. */
  choose(month: number): void {
    const { world, state, luck } = this.model;
    const { key } = world.population.districts;
    const { engagement: stages, takesFacilitator, contractEnd } = state;
    const { stateDistricts, stateStart } = world;
    this.chosen = 0;
    if (state.totals.trained === 0) return;
    luck.open(facilitation, month);
    for (let s = 0; s < world.states; s++) {
      const first = this.chosen;
      let free = this.places(s, month);
      const to = stateStart[s + 1]!;
      for (let i = stateStart[s]!; i < to; i++) {
        const d = stateDistricts[i]!;
        const stage = stages[d]!;
        if (stage === engagement.facilitated || stage === engagement.continuing) free--;
        if (stage !== engagement.trained || takesFacilitator[d] !== 1 || contractEnd[d]! <= month) continue;
        if (draw(luck.k0, luck.k1, key[d]!) < this.chance) this.entrants[this.chosen++] = d;
      }
      if (this.chosen > first && this.chosen - first > free)
        this.keepSmallest(first, Math.max(0, Math.floor(free)));
    }
  }

  /** Lets them begin; what else happens in the month has read the state before. */
  enter(): void {
    const { state } = this.model;
    for (let i = 0; i < this.chosen; i++) {
      const d = this.entrants[i]!;
      state.engagement[d] = engagement.facilitated;
      reach(state, d, milestone.facilitated, 'facilitated');
    }
  }

  private places(s: number, month: number): number {
    const { inputs } = this.model;
    return (
      inputs.level('stateInstitution', 'facilitators', month, inputs.cohort[s]) *
      inputs.scale[s]! *
      this.p.districtsPerFacilitator
    );
  }

  /** Keeps the `free` entrants with the smallest draws among those from `first` on. */
  private keepSmallest(first: number, free: number): void {
    const { world, luck } = this.model;
    const { key } = world.population.districts;
    const of = (d: number): number => draw(luck.k0, luck.k1, key[d]!);
    const rest = this.entrants.subarray(first, this.chosen).sort((d, other) => of(d) - of(other));
    this.chosen = first + Math.min(free, rest.length);
  }
}
