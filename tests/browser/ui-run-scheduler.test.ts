import { describe, expect, test } from 'vitest';
import { RunScheduler, type Compare, type CompareHooks } from '../../ui/state/run-scheduler.js';
import { withLeverValue, type Setup } from '../../ui/state/setup.js';
import type { Comparison } from '../../ui/state/comparison.js';
import { openingSetup, roundComparison } from './ui-comparison.js';

interface Call {
  readonly grants: number;
  readonly hooks: CompareHooks;
  finish(): void;
  fail(reason: string): void;
}

/** A comparison whose runs end when the test says so. */
function controlled(): {
  readonly calls: Call[];
  readonly scheduler: RunScheduler;
  readonly running: () => number;
  readonly most: () => number;
} {
  const calls: Call[] = [];
  let running = 0;
  let most = 0;
  const compare: Compare = ({ scenario }, replicates, hooks) => {
    most = Math.max(most, ++running);
    return new Promise<Comparison>((resolve, reject) => {
      const end = (settle: () => void): void => {
        running--;
        settle();
      };
      calls.push({
        grants: scenario.levers.pilotGrants.values['perYear']!,
        hooks,
        finish: () => end(() => resolve({ ...roundComparison(), replicates })),
        fail: (reason) => end(() => reject(new Error(reason))),
      });
      hooks.signal.addEventListener('abort', () => end(() => reject(new Error('aborted'))));
    });
  };
  let clock = 0;
  const scheduler = new RunScheduler(compare, { replicates: () => 1000, now: () => clock++ });
  return { calls, scheduler, running: () => running, most: () => most };
}

const withGrants = (value: number): Setup => withLeverValue(openingSetup(), 'pilotGrants', 'perYear', value);
/** Lets everything happen that waits for nothing but promises. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('latest wins', () => {
  test('of many moves only the first and the last are run, one at a time', async () => {
    const { calls, scheduler, most } = controlled();
    for (let value = 1; value <= 60; value++) scheduler.request(withGrants(value));
    await settle();
    calls.at(-1)!.finish();
    await scheduler.settled;
    expect(calls.map(({ grants }) => grants).at(-1)).toBe(60);
    expect(calls.length).toBeLessThanOrEqual(2);
    expect(most()).toBe(1);
    expect(scheduler.value.status).toBe('done');
    expect(scheduler.value.result!.setup).toEqual(withGrants(60));
  });

  test('a late figure of an older run is dropped', async () => {
    const { calls, scheduler } = controlled();
    scheduler.request(withGrants(1));
    await settle();
    scheduler.request(withGrants(2));
    calls[0]!.hooks.onPartial(roundComparison());
    calls[0]!.hooks.onProgress(500);
    expect(scheduler.value.result).toBeUndefined();
    expect(scheduler.value.done).toBe(0);
  });

  test('the last result stays until a newer figure arrives', async () => {
    const { calls, scheduler } = controlled();
    scheduler.request(withGrants(1));
    await settle();
    calls[0]!.finish();
    await scheduler.settled;
    const first = scheduler.value.result;
    scheduler.request(withGrants(2));
    await settle();
    expect(scheduler.value.result).toBe(first);
    calls[1]!.hooks.onPartial(roundComparison());
    expect(scheduler.value.result!.setup).toEqual(withGrants(2));
  });
});

test('inputs are copied: changing them later can reach no run', async () => {
  const { calls, scheduler } = controlled();
  const setup = structuredClone(withGrants(5));
  scheduler.request(setup);
  (setup.scenario.levers.pilotGrants.values as Record<string, number>)['perYear'] = 30;
  await settle();
  expect(calls[0]!.grants).toBe(5);
});

test('a finished result answers again at once, and names count for nothing', async () => {
  const { calls, scheduler } = controlled();
  scheduler.request(withGrants(1));
  await settle();
  calls[0]!.finish();
  await scheduler.settled;
  scheduler.request(withGrants(2));
  const renamed = withGrants(1);
  scheduler.request({ ...renamed, scenario: { ...renamed.scenario, title: 'Another title' } });
  expect(scheduler.value.status).toBe('done');
  expect(scheduler.value.result!.comparison.replicates).toBe(1000);
});

test('cancel stops the run, keeps what was shown, and runs again when asked', async () => {
  const { calls, scheduler, running } = controlled();
  scheduler.request(withGrants(1));
  await settle();
  calls[0]!.hooks.onPartial({ ...roundComparison(), replicates: 64 });
  scheduler.cancel();
  await settle();
  expect(scheduler.value.status).toBe('cancelled');
  expect(scheduler.value.result!.comparison.replicates).toBe(64);
  expect(running()).toBe(0);
  scheduler.retry();
  await settle();
  calls[1]!.finish();
  await scheduler.settled;
  expect(scheduler.value.status).toBe('done');
});

test('a failure is told in words, is not run again by itself, and can be retried', async () => {
  const { calls, scheduler } = controlled();
  scheduler.request(withGrants(1));
  await settle();
  calls[0]!.fail('replicate 17: the worker ended');
  await scheduler.settled;
  expect(scheduler.value.status).toBe('failed');
  expect(scheduler.value.failure).toContain('replicate 17');
  scheduler.request(withGrants(1));
  await settle();
  expect(calls).toHaveLength(1);
  scheduler.retry();
  await settle();
  calls[1]!.finish();
  await scheduler.settled;
  expect(scheduler.value.failure).toBeUndefined();
  expect(scheduler.value.status).toBe('done');
});
