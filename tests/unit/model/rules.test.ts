import { describe, expect, test } from 'vitest';
import { engagement, milestone, practice } from '../../../engine/model/codes.js';
import { baselineFlows, baselineReads } from '../../../engine/model/loss.js';
import type { Model } from '../../../engine/model/rule.js';
import { rules } from '../../../engine/model/rules/index.js';
import { Schedule } from '../../../engine/model/schedule.js';
import { smallestLimit } from '../../../engine/model/smallest.js';
import { scenarioWith, smallPopulation, walk, withoutTies } from '../../exact/model/small-world.js';

/** What a look at each month finds. */
function history<T>(scenario: Parameters<typeof walk>[1], look: (model: Model, month: number) => T): T[] {
  const found: T[] = [];
  walk(smallPopulation(60), scenario, (model, month) => found.push(look(model, month)));
  return found;
}

test('the month has its written order', () => {
  expect(rules.map(({ id }) => id)).toEqual([
    'headStart',
    'history',
    'conferences',
    'awareness',
    'inquiry',
    'grants',
    'training',
    'bargaining',
    'withoutIbb',
    'turnover',
    'depth',
    'network',
    'costs',
    'schools',
  ]);
});

describe('a schedule', () => {
  test.each([
    [1.5, 1 / 2, [4, 12, 20]],
    [3, 1 / 2, [2, 6, 10, 14, 18, 22]],
    [3.5, 0, [4, 7, 11, 14, 18, 21, 24]],
    [24, 0, Array.from({ length: 24 }, (_, i) => i + 1).flatMap((month) => [month, month])],
    [0, 1 / 2, []],
  ])('of %d events a year, lead %d', (perYear, lead, months) => {
    const schedule = new Schedule();
    schedule.begin(lead);
    const events: number[] = [];
    for (let month = 1; month <= 24; month++) {
      for (let due = schedule.next(perYear); due > 0; due--) events.push(month);
    }
    expect(events).toEqual(months);
    expect(schedule.count).toBe(months.length);
  });
});

test('the largest of the smallest, as a full sort finds it', () => {
  for (let size = 1; size < 40; size++) {
    const values = Float64Array.from({ length: size }, (_, i) => (i * 7919) % 13);
    const sorted = values.slice().sort();
    for (let n = 1; n <= size + 2; n++) {
      expect(smallestLimit(values.slice(), n)).toBe(sorted[Math.min(n, size) - 1]);
    }
  }
});

describe('conferences', () => {
  test('of half the state seat half of it, and only then do districts come', () => {
    const attended = history(
      scenarioWith('no-partnership', [
        'years=2',
        'levers.conferences.perYear=1.5',
        'levers.conferences.districts=163.5',
      ]),
      ({ state }) => state.milestones.reduce((sum, bits) => sum + (bits & milestone.attended ? 1 : 0), 0),
    );
    expect(attended[3]).toBe(0);
    expect(attended[4]).toBe(30);
    expect(attended[11]).toBe(30);
    expect(attended[12]).toBeGreaterThan(30);
    expect(attended[24]).toBeLessThan(90);
  });
});

describe('contracts', () => {
  test('run down month by month and start anew for their full length', () => {
    const clocks = history(scenarioWith('no-partnership', ['years=4']), ({ state }, month) =>
      [...state.contractEnd].map((end) => end - month),
    );
    const odd = clocks.slice(1).flatMap((now, month) =>
      now.filter((left, d) => {
        const before = clocks[month]![d]!;
        return before === 1 ? left !== 36 : left !== before - 1;
      }),
    );
    expect(odd).toEqual([]);
  });

  test('at month 0 expire evenly over their length', () => {
    let start: number[] = [];
    walk(
      withoutTies(smallPopulation(3600)),
      scenarioWith('no-partnership', ['years=1']),
      ({ state }, month) => {
        if (month === 0) start = [...state.contractEnd];
      },
    );
    const bins = Array.from({ length: 36 }, (_, i) => start.filter((left) => left === i + 1).length);
    expect(bins.reduce((sum, n) => sum + n, 0)).toBe(3600);
    const chiSquare = bins.reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0);
    expect(chiSquare).toBeLessThan(66.6); // 0.1 percent point of 35 degrees of freedom
  });
});

describe('training', () => {
  const eager = { inquiryHazard: 0.2, trainingHazard: 5, awareAtStart: 1, awarenessLoss: 0 };

  test('starts only in the months before a contract ends, and a queue ends with the contract', () => {
    let before: { stage: number; contract: number }[] = [];
    const wrong: string[] = [];
    history(scenarioWith('mep', ['years=5'], { ...eager, capacityPerInstructor: 3 }), ({ state }, month) => {
      before.forEach(({ stage, contract }, d) => {
        const now = state.engagement[d]!;
        if (stage < engagement.trained && now === engagement.trained && contract - 1 > 12)
          wrong.push(`early ${d}`);
        if (now === engagement.inquired && state.queuedSince[d]! >= 0 && state.contractEnd[d]! - month > 12) {
          wrong.push(`left over ${d} in month ${month}`);
        }
      });
      before = [...state.engagement].map((stage, d) => ({ stage, contract: state.contractEnd[d]! - month }));
    });
    expect(wrong).toEqual([]);
  });

  test('never exceeds the instructors, what they saved up included', () => {
    const perYear = 2.4;
    const scenario = scenarioWith('mep', ['years=4'], {
      ...eager,
      capacityPerInstructor: perYear,
      slotReserveMonths: 3,
    });
    const trained = history(scenario, ({ state }) => state.totals.trained);
    const monthly = (8 * (60 / 327) * perYear) / 12;
    for (let from = 0; from < trained.length; from++) {
      for (let to = from + 1; to < trained.length; to++) {
        const most = Math.max(1, 3 * monthly) + (to - from) * monthly;
        expect(trained[to]! - trained[from]!).toBeLessThanOrEqual(Math.floor(most + 1e-9));
      }
    }
    expect(trained.at(-1)).toBeGreaterThan(8);
  });

  test('of an instructor less a month than one district is saved up, not lost', () => {
    const scenario = scenarioWith('mep', ['years=6', 'levers.stateInstitution.instructors=1'], {
      ...eager,
      capacityPerInstructor: 4,
      slotReserveMonths: 0,
    });
    const trained = history(scenario, ({ state }) => state.totals.trained);
    const expected = 6 * 4 * (60 / 327);
    expect(trained.at(-1)).toBeGreaterThan(0.8 * expected);
    expect(trained.at(-1)).toBeLessThanOrEqual(Math.ceil(expected));
  });
});

test('facilitators serve no more districts at once than they can', () => {
  const scenario = scenarioWith('mep', ['years=6', 'levers.stateInstitution.facilitators=16'], {
    inquiryHazard: 0.1,
    trainingHazard: 5,
    capacityPerInstructor: 12,
    districtsPerFacilitator: 2,
  });
  const busy = history(scenario, ({ state }) =>
    state.engagement.reduce(
      (sum, stage) => sum + (stage === engagement.facilitated || stage === engagement.continuing ? 1 : 0),
      0,
    ),
  );
  const places = Math.floor(16 * (60 / 327) * 2);
  expect(Math.max(...busy)).toBe(places);
});

describe('practice and engagement are two fields', () => {
  test('a relapse never moves engagement, and a ladder never goes down but by a lapse', () => {
    const scenario = scenarioWith('mep', ['years=8', 'context.turnover=4']);
    const months = history(scenario, ({ state }) => [[...state.practice], [...state.engagement]] as const);
    const down = months.slice(1).flatMap(([, stages], month) =>
      stages
        .map((stage, d) => ({ from: months[month]![1][d]!, to: stage }))
        .filter(({ from, to }) => to < from)
        .map(({ from, to }) => `${from} ${to}`),
    );
    // Awareness is forgotten, an inquiry lapses, who gave the method up asks again.
    const known = ['1 0', '2 1', '3 2', '6 2', '7 2', '3 1', '6 1', '7 1', '2 0'];
    expect([...new Set(down)].filter((move) => !known.includes(move))).toEqual([]);
    const relapses = months
      .slice(1)
      .filter(([practices], month) =>
        practices.some(
          (code, d) => code < months[month]![0][d]! && months[month]![0][d] === practice.collaborative,
        ),
      );
    expect(relapses.length).toBeGreaterThan(0);
  });

  test('the first contract ratified under the partnership makes a district collaborative', () => {
    const months = history(scenarioWith('mep', ['years=6', 'context.turnover=0']), ({ state }) => [
      [...state.practice],
      [...state.engagement],
    ]);
    let ratified = 0;
    months.slice(1).forEach(([practices, stages], month) =>
      stages!.forEach((stage, d) => {
        if (stage !== engagement.ratified || months[month]![1]![d] === engagement.ratified) return;
        ratified++;
        expect(practices![d]).toBe(practice.collaborative);
      }),
    );
    expect(ratified).toBeGreaterThan(0);
  });
});

test('the flows of the world without partnership balance', () => {
  walk(smallPopulation(10), scenarioWith('no-partnership', ['years=1']), ({ inputs }, month) => {
    if (month > 0) return;
    const flows = baselineFlows(inputs.pick(baselineReads));
    const users = inputs.value('initialUsers');
    const trained = users * (1 - inputs.value('initialCollaborative'));
    const gained = (flows.background + inputs.value('directHazard') * flows.openDoors) * (1 - users);
    expect(gained).toBeCloseTo(flows.trainedLoss * trained, 12);
    expect(flows.collaborativeLoss).toBeGreaterThan(0);
    expect(flows.openDoors).toBeLessThan(1);
  });
});

test('with a leader goes what the leader learned at conferences, and with no one else', () => {
  const scenario = scenarioWith('mep', ['years=8', 'levers.conferences.perYear=6', 'context.turnover=2']);
  let before = new Uint8Array(60);
  let [gone, kept] = [0, 0];
  walk(smallPopulation(60), scenario, ({ state }, month) => {
    const { attended, superintendentSince, unionPresidentSince } = state;
    attended.forEach((came, d) => {
      const left = month > 0 && (superintendentSince[d] === month || unionPresidentSince[d] === month);
      if (left) expect(came).toBe(0);
      else expect(came).toBeGreaterThanOrEqual(before[d]!);
      if (left) gone += before[d]!;
      else kept += before[d]!;
    });
    before = attended.slice();
  });
  expect(gone).toBeGreaterThan(20);
  expect(kept).toBeGreaterThan(20);
});
