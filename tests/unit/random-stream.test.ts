import { expect, test } from 'vitest';
import { draw, drawName, drawStream, rootKey, streamOrders, tickKeys } from '../../engine/random/index.js';

const root = rootKey('a');
const name = drawName('stream');

function at(replicate: number, tick: number, agent: number): number {
  const keys = new Int32Array(2);
  tickKeys(root, replicate, name, tick, keys);
  return draw(keys[0]!, keys[1]!, agent);
}

function firstWords(order: (typeof streamOrders)[number], count: number): number[] {
  const words: number[] = [];
  for (const block of drawStream(root, name, order)) {
    for (const word of block) {
      if (words.push(word) === count) return words;
    }
  }
  return words;
}

test('in the order of agents the id runs fastest, then the tick', () => {
  const words = firstWords('agent', 16_386);
  expect(words.slice(0, 3)).toEqual([at(0, 0, 0), at(0, 0, 1), at(0, 0, 2)]);
  expect(words.slice(16_384)).toEqual([at(0, 1, 0), at(0, 1, 1)]);
});

test('in the order of ticks the month runs fastest, then the agent', () => {
  const words = firstWords('tick', 482);
  expect(words.slice(0, 3)).toEqual([at(0, 0, 0), at(0, 1, 0), at(0, 2, 0)]);
  expect(words.slice(480)).toEqual([at(0, 0, 1), at(0, 1, 1)]);
});

test('in the order of replicates the replicate runs fastest, then the agent', () => {
  const words = firstWords('replicate', 4098);
  expect(words.slice(0, 3)).toEqual([at(0, 0, 0), at(1, 0, 0), at(2, 0, 0)]);
  expect(words.slice(4096)).toEqual([at(0, 0, 1), at(1, 0, 1)]);
});

test.each(streamOrders)('no address comes twice in the order %s', (order) => {
  let length = 0;
  const blocks = new Set<string>();
  for (const block of drawStream(root, name, order)) {
    blocks.add(`${block[0]} ${block[1]} ${block[2]}`);
    if (++length === 300) break;
  }
  expect(blocks.size).toBe(300);
});
