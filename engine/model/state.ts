import type { World } from './world.js';

/** Everything that changes in a run, as a struct of typed arrays: allocated once a kernel, reset by `start`. */
export interface State {
  readonly practice: Uint8Array;
  readonly engagement: Uint8Array;
  readonly milestones: Uint16Array;
  /** Month in which the contract ends. */
  readonly contractEnd: Int16Array;
  /** Month since which a district is collaborative; meaningless where it is not. */
  readonly collaborativeSince: Int32Array;
  /** Depth of institutionalisation, 0..1. */
  readonly depth: Float64Array;
  /** 1 where a collaborative district is deep enough to count as experienced. */
  readonly deep: Uint8Array;
  /** Experienced districts at the other end of active ties. */
  readonly experiencedNeighbours: Uint16Array;
  /** 1 where the district has come to a conference under its present leaders. */
  readonly attended: Uint8Array;
  /** 1 where IBB was used and given up. */
  readonly lapsed: Uint8Array;
  readonly grantMonths: Int16Array;
  /** Month since which the district waits for an instructor; -1 where it does not. */
  readonly queuedSince: Int32Array;
  /** 1 where the trained district is going to take a facilitator, 0 where not, `undecided` before its training. */
  readonly takesFacilitator: Uint8Array;
  /** Bargaining units that are still going to follow the first contract. */
  readonly followingUnits: Uint8Array;
  /** Last month in which new leaders leave the door open to partnership without IBB. */
  readonly doorUntil: Int32Array;
  /** Months in which the present leaders came; before month 0 for those of the start. */
  readonly superintendentSince: Int16Array;
  readonly unionPresidentSince: Int16Array;
  /** Months in which they are going to leave. */
  readonly superintendentLeaves: Int32Array;
  readonly unionPresidentLeaves: Int32Array;
  /** Lasting inclination to come to meetings, standard normal. */
  readonly propensity: Float64Array;
  /** Mean partnership quality of a district's schools. */
  readonly quality: Float64Array;
  /** 1 where the candidate tie is active. */
  readonly activeTies: Uint8Array;
  /** 1 where two districts keep a tie since a conference. */
  readonly metTies: Uint8Array;
  /** Ties made at a conference since the network was last brought up to date. */
  readonly newTies: number[];
  /** Instructor time not yet used, a state, in districts. */
  readonly slots: Float64Array;
  readonly schools: SchoolState;
  readonly totals: Totals;
}

/** Value of `takesFacilitator` before a district's training. */
export const undecided = 2;

export interface SchoolState {
  /** Deviation of a school's quality from its district's mean. */
  readonly deviation: Float64Array;
  /** Present ties between educators. */
  readonly ties: Int32Array;
  /** Chance that a pair renewed this year is a tie. */
  readonly tieChance: Float64Array;
  /** Lasting effect on the log odds of a tie. */
  readonly tieEffect: Float64Array;
  /** Lasting part of the score. */
  readonly fixed: Float64Array;
  /** Moving part of the score. */
  readonly moving: Float64Array;
}

/** Running counts of districts (contracts, dollars) since month 0. */
export interface Totals {
  engaged: number;
  inquired: number;
  trained: number;
  facilitated: number;
  continued: number;
  switchedBack: number;
  contracts: number;
  grants: number;
  activeTies: number;
  queueFullMonths: number;
  cost: number;
}

export function createState(world: World): State {
  const n = world.districts;
  const m = world.schools;
  return {
    practice: new Uint8Array(n),
    engagement: new Uint8Array(n),
    milestones: new Uint16Array(n),
    contractEnd: new Int16Array(n),
    collaborativeSince: new Int32Array(n),
    depth: new Float64Array(n),
    deep: new Uint8Array(n),
    experiencedNeighbours: new Uint16Array(n),
    attended: new Uint8Array(n),
    lapsed: new Uint8Array(n),
    grantMonths: new Int16Array(n),
    queuedSince: new Int32Array(n),
    takesFacilitator: new Uint8Array(n),
    followingUnits: new Uint8Array(n),
    doorUntil: new Int32Array(n),
    superintendentSince: new Int16Array(n),
    unionPresidentSince: new Int16Array(n),
    superintendentLeaves: new Int32Array(n),
    unionPresidentLeaves: new Int32Array(n),
    propensity: new Float64Array(n),
    quality: new Float64Array(n),
    activeTies: new Uint8Array(world.ties.count),
    metTies: new Uint8Array(world.ties.count),
    newTies: [],
    slots: new Float64Array(world.states),
    schools: {
      deviation: new Float64Array(m),
      ties: new Int32Array(m),
      tieChance: new Float64Array(m),
      tieEffect: new Float64Array(m),
      fixed: new Float64Array(m),
      moving: new Float64Array(m),
    },
    totals: emptyTotals(),
  };
}

export function emptyTotals(): Totals {
  return {
    engaged: 0,
    inquired: 0,
    trained: 0,
    facilitated: 0,
    continued: 0,
    switchedBack: 0,
    contracts: 0,
    grants: 0,
    activeTies: 0,
    queueFullMonths: 0,
    cost: 0,
  };
}
