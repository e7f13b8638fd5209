import { describe, expect, test } from 'vitest';
import { drawParameters } from '../../../engine/evidence/index.js';
import type { Model } from '../../../engine/model/rule.js';
import { rootKey } from '../../../engine/random/index.js';
import { createKernel } from '../../../engine/run.js';
import type { Scenario } from '../../../engine/scenario/index.js';
import { scenarioWith, smallPopulation, withoutTies } from './small-world.js';

/** Chain in discrete time: next[state] = sum over from of share[from] * matrix[from][state]. */
type Matrix = readonly (readonly number[])[];

function follow(shares: readonly number[], matrix: Matrix): number[] {
  return shares.map((_, to) => shares.reduce((sum, share, from) => sum + share * matrix[from]![to]!, 0));
}

/** A matrix that leaves every state where it is, but for the given flows [from, to, chance]. */
function flows(states: number, ...moves: readonly (readonly [number, number, number])[]): Matrix {
  const matrix = Array.from({ length: states }, (_, from) =>
    Array.from({ length: states }, (_, to) => (from === to ? 1 : 0)),
  );
  for (const [from, to, chance] of moves) {
    matrix[from]![to]! += chance;
    matrix[from]![from]! -= chance;
  }
  return matrix;
}

/** Largest distance of simulated from expected shares, in standard errors of a share among so many districts. */
function worstZ(simulated: readonly number[], expected: readonly number[], districts: number): number {
  return Math.max(
    ...simulated.map((share, state) => {
      const p = Math.min(1 - 1e-6, Math.max(1e-6, expected[state]!));
      return Math.abs(share - expected[state]!) / Math.sqrt((p * (1 - p)) / districts);
    }),
  );
}

const districts = 500;
const replicates = 20;

/** Shares of the codes of an array of the state, month by month, over all replicates. */
function simulate(
  scenario: Scenario,
  codes: number,
  code: (model: Model, d: number) => number,
  prepare: (model: Model) => void,
): number[][] {
  const population = withoutTies(smallPopulation(districts, { contractMonths: 20_000, schools: 1 }));
  const { stepper } = createKernel(population);
  const months = 12 * scenario.years;
  const shares = Array.from({ length: months + 1 }, () => new Array<number>(codes).fill(0));
  const root = rootKey('markov');
  for (let replicate = 0; replicate < replicates; replicate++) {
    stepper.begin(scenario, drawParameters(root, replicate, scenario.assumptions), root, replicate);
    prepare(stepper.model);
    for (let month = 0; month <= months; month++) {
      if (month > 0) stepper.step(month);
      for (let d = 0; d < districts; d++) {
        shares[month]![code(stepper.model, d)]! += 1 / (districts * replicates);
      }
    }
  }
  return shares;
}

describe('with constant hazards and nothing shared, districts are independent Markov chains', () => {
  const retained = 0.97;
  const later = 0.04;
  const direct = 0.01;
  const users = 0.5;
  const together = 0.47;

  /** A contract of one month turns its end into a monthly chance; no leader leaves, nothing takes root. */
  const still = scenarioWith('no-partnership', ['context.turnover=0', 'years=6'], {
    contractMonths: 1,
    retainedChance: retained,
    laterCollaborative: later,
    directHazard: direct,
    doorMonths: 1_000_000,
    initialUsers: users,
    initialCollaborative: together,
    backgroundRatio: 1,
    depthProtection: 0,
    researchMultiplier: 1,
    relapseChance: 0,
  });

  test('practice follows the powers of its matrix', () => {
    const lost = (1 - retained) * users * (1 - together);
    const background = (lost - direct * (1 - users)) / (1 - users);
    const month: Matrix[] = [
      flows(3, [0, 1, 1 - Math.exp(-background)]),
      flows(3, [1, 0, 1 - retained], [1, 2, retained * later], [2, 1, 1 - retained]),
      flows(3, [0, 2, 1 - Math.exp(-direct)]),
    ];
    const shares = simulate(
      still,
      3,
      ({ state }, d) => state.practice[d]!,
      ({ state }) => {
        state.contractEnd.fill(1);
        state.doorUntil.fill(1_000_000);
      },
    );
    let expected = [1 - users, users * (1 - together), users * together];
    for (const [k, simulated] of shares.entries()) {
      if (k > 0) expected = month.reduce<number[]>(follow, expected);
      expect(worstZ(simulated, expected, districts * replicates), `month ${String(k)}`).toBeLessThan(4);
    }
    // The chain has gone somewhere: the test would not pass by standing still.
    expect(expected[2]).toBeGreaterThan(users * together + 0.05);
  });

  test('the ladder of the partnership follows the powers of its matrix', () => {
    const hazard = { aware: 0.03, inquiry: 0.02, training: 0.4, settlement: 0.09 };
    const delay = { facilitation: 2, decision: 3 };
    const [awareAtStart, inquiredAtStart, takes, goesOn] = [0.3, 0.2, 0.8, 0.7];
    const scenario = scenarioWith(
      'no-partnership',
      [
        'context.turnover=0',
        'years=6',
        'levers.research.programmes=1',
        'levers.stateInstitution.instructors=60',
        'levers.stateInstitution.facilitators=60',
        'levers.stateInstitution.leadersTrained=0',
      ],
      {
        awareAtStart,
        inquiredAtStart,
        awarenessHazard: hazard.aware,
        awarenessReach: 0,
        inquiryHazard: hazard.inquiry,
        inquiryWindow: 1,
        attendedInquiry: 1,
        userInquiry: 1,
        lapsedInquiry: 1,
        trainingHazard: hazard.training,
        trainingWindowMonths: 30_000,
        capacityPerInstructor: 10_000,
        facilitatedChance: takes,
        facilitationDelay: delay.facilitation,
        districtsPerFacilitator: 10_000,
        decisionDelay: delay.decision,
        continuedChance: goesOn,
        settlementHazard: hazard.settlement,
        retainedChance: 1,
        laterCollaborative: 0,
        backgroundRatio: 0,
        directHazard: 0,
        researchMultiplier: 1,
      },
    );
    const p = (h: number): number => 1 - Math.exp(-h);
    const decide = p(1 / delay.decision);
    // 0 unaware, 1 aware, 2 inquired, 3 trained without facilitator, 4 trained and going to take one, 5 facilitated,
    // 6 continuing, 7 ratified, 8 switched back, 9 inquired again: the choice of a facilitator stands.
    const month: Matrix[] = [
      flows(10, [0, 1, p(hazard.aware)]),
      flows(10, [1, 2, p(hazard.inquiry)], [8, 9, p(hazard.inquiry)]),
      flows(
        10,
        [2, 4, p(hazard.training) * takes],
        [2, 3, p(hazard.training) * (1 - takes)],
        [9, 4, p(hazard.training)],
      ),
      // Bargaining reads the state of its start: nobody takes two steps in a month.
      flows(
        10,
        [4, 5, p(1 / delay.facilitation)],
        [5, 6, decide * goesOn],
        [5, 8, decide * (1 - goesOn)],
        [6, 7, p(hazard.settlement)],
      ),
    ];
    const codes = [0, 1, 2, 3, 5, 6, 7, 8];
    const shares = simulate(
      scenario,
      10,
      ({ state }, d) => {
        const code = codes[state.engagement[d]!]!;
        if (code === 2 && state.takesFacilitator[d] === 1) return 9;
        return code === 3 && state.takesFacilitator[d] === 1 ? 4 : code;
      },
      () => {
        // The scenario says it all.
      },
    );
    let expected = new Array<number>(10).fill(0);
    expected[0] = 1 - awareAtStart;
    expected[1] = awareAtStart * (1 - inquiredAtStart);
    expected[2] = awareAtStart * inquiredAtStart;
    for (const [k, simulated] of shares.entries()) {
      if (k > 0) expected = month.reduce<number[]>(follow, expected);
      expect(worstZ(simulated, expected, districts * replicates), `month ${String(k)}`).toBeLessThan(4.5);
    }
    expect(expected[7]).toBeGreaterThan(0.2);
  });
});
