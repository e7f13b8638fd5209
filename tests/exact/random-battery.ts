/** A source of draws: any function of an address to a uint32. */
export type Source = (replicate: number, name: number, tick: number, id: number) => number;

export interface Deviation {
  readonly what: string;
  /** Distance from what chance would give, in standard deviations. */
  readonly z: number;
}

/** Extents of the box of addresses, the fastest first. */
const extents = { id: 64, tick: 32, replicate: 8, name: 8 };
const size = extents.id * extents.tick * extents.replicate * extents.name;
const strides = {
  id: 1,
  tick: extents.id,
  replicate: extents.id * extents.tick,
  name: extents.id * extents.tick * extents.replicate,
};

/** What may be a neighbour of an address: one step along an axis, or along one and back along another. */
const directions: Readonly<Record<string, Partial<typeof extents>>> = {
  'neighbouring ids': { id: 1 },
  'neighbouring ticks': { tick: 1 },
  'neighbouring replicates': { replicate: 1 },
  'neighbouring names': { name: 1 },
  'next id, tick before': { id: -1, tick: 1 },
  'next tick, replicate before': { tick: -1, replicate: 1 },
  'next id, replicate before': { id: -1, replicate: 1 },
};

/** Chi-square and correlation statistics of a source over a box of 131,072 addresses, each as a z score. */
export function deviations(source: Source): Deviation[] {
  const draws = box(source);
  return [
    ...[0, 8, 16, 24].map((shift) => ({ what: `byte at bit ${shift}`, z: byteDeviation(draws, shift) })),
    ...Object.entries(directions).flatMap(([what, step]) => {
      const pairs = neighbours(draws, step);
      return [
        { what: `serial pairs of high bits, ${what}`, z: serialDeviation(pairs, 28) },
        { what: `serial pairs of low bits, ${what}`, z: serialDeviation(pairs, 0) },
        { what: `correlation, ${what}`, z: correlation(pairs) },
        { what: `bits in common, ${what}`, z: bitDeviation(pairs) },
      ];
    }),
  ];
}

export function worst(list: readonly Deviation[]): Deviation {
  return list.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a));
}

function box(source: Source): Uint32Array {
  const draws = new Uint32Array(size);
  let place = 0;
  for (let name = 0; name < extents.name; name++) {
    for (let replicate = 0; replicate < extents.replicate; replicate++) {
      for (let tick = 0; tick < extents.tick; tick++) {
        for (let id = 0; id < extents.id; id++) draws[place++] = source(replicate, name, tick, id);
      }
    }
  }
  return draws;
}

type Pairs = readonly (readonly [Uint32Array, Uint32Array])[];

/** Rows of draws beside the rows of their neighbours, whole rows of ids at a time, shifted where ids step too. */
function neighbours(draws: Uint32Array, step: Partial<typeof extents>): Pairs {
  const { id = 0, tick = 0, replicate = 0, name = 0 } = step;
  const pairs: (readonly [Uint32Array, Uint32Array])[] = [];
  for (let row = 0; row < size; row += extents.id) {
    const t = Math.floor(row / strides.tick) % extents.tick;
    const r = Math.floor(row / strides.replicate) % extents.replicate;
    const n = Math.floor(row / strides.name);
    if (t + tick < 0 || t + tick >= extents.tick) continue;
    if (r + replicate < 0 || r + replicate >= extents.replicate) continue;
    if (n + name < 0 || n + name >= extents.name) continue;
    const other = row + tick * strides.tick + replicate * strides.replicate + name * strides.name;
    const from = Math.max(0, -id);
    const to = extents.id - Math.max(0, id);
    pairs.push([draws.subarray(row + from, row + to), draws.subarray(other + from + id, other + to + id)]);
  }
  return pairs;
}

/** A chi-square as a z score; its own distribution is close to normal from some dozens of cells on. */
function chiSquareDeviation(counts: Uint32Array): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}

function byteDeviation(draws: Uint32Array, shift: number): number {
  const counts = new Uint32Array(256);
  for (const u of draws) counts[(u >>> shift) & 255]!++;
  return chiSquareDeviation(counts);
}

function serialDeviation(pairs: Pairs, shift: number): number {
  const counts = new Uint32Array(256);
  for (const [a, b] of pairs) {
    for (let i = 0; i < a.length; i++) counts[(((a[i]! >>> shift) & 15) << 4) | ((b[i]! >>> shift) & 15)]!++;
  }
  return chiSquareDeviation(counts);
}

function correlation(pairs: Pairs): number {
  let products = 0;
  let count = 0;
  for (const [a, b] of pairs) {
    for (let i = 0; i < a.length; i++) products += (a[i]! / 2 ** 32 - 0.5) * (b[i]! / 2 ** 32 - 0.5);
    count += a.length;
  }
  return (12 * products) / Math.sqrt(count);
}

/** Each of the 32 bits should agree with the neighbour's half of the time. */
function bitDeviation(pairs: Pairs): number {
  const agreed = new Uint32Array(32);
  let count = 0;
  for (const [a, b] of pairs) {
    for (let i = 0; i < a.length; i++) {
      let same = ~(a[i]! ^ b[i]!);
      for (; same !== 0; same &= same - 1) agreed[31 - Math.clz32(same & -same)]!++;
    }
    count += a.length;
  }
  const chiSquare = agreed.reduce((sum, times) => sum + (times - count / 2) ** 2 / (count / 4), 0);
  return (chiSquare - 32) / 8;
}
