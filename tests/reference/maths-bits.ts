import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  betaQuantile,
  binomialSum,
  chanceToHazard,
  exp,
  exponentialPriority,
  hazardToChance,
  ln,
  logistic,
  logit,
  normalQuantile,
  normalTable,
  philox,
  smoothNormal,
  threshold,
} from '../../engine/random/index.js';

/**
 * The deterministic mathematics on a fixed list of arguments, with the bits it gave when recorded. Node, Chromium and
 * whatever comes must give the same: else a link opened in a browser would show other numbers than the terminal.
 */
const functions = {
  exp,
  ln,
  normalQuantile,
  hazardToChance,
  chanceToHazard,
  logit,
  logistic,
  betaQuantile,
};

export type MathsName = keyof typeof functions;

/** Value of the function as the 16 hexadecimal digits of its double. */
export function bitsOf(name: MathsName, ...args: readonly number[]): string {
  const [x = NaN, a = NaN, b = NaN] = args;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, functions[name](x, a, b));
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** Arguments one by one, so that a difference is seen where it is. */
export const recordedBits: readonly (readonly [name: MathsName, args: readonly number[], bits: string])[] = [
  ['exp', [0], '3ff0000000000000'],
  ['exp', [1], '4005bf0a8b14576a'],
  ['exp', [-1], '3fd78b56362cef38'],
  ['exp', [-0.0018], '3feff14485915310'],
  ['exp', [-0.7], '3fdfc80db9dd5542'],
  ['exp', [2.4], '40260bddc649ca68'],
  ['exp', [-20.5], '3e157a3afeed00ab'],
  ['exp', [7.311], '409762b144da8ba8'],
  ['exp', [700], '7f0d945df4f8ec8e'],
  ['exp', [-745], '0000000000000000'],
  ['ln', [0.0018], 'c01947a5da34e168'],
  ['ln', [0.5], 'bfe62e42fefa39ef'],
  ['ln', [0.9999999998835847], 'bde0000000040000'],
  ['ln', [3], '3ff193ea7aad030a'],
  ['ln', [911146], '402b71e61228105c'],
  ['ln', [1e-300], 'c085963447f87fb5'],
  ['normalQuantile', [0.5], '0000000000000000'],
  ['normalQuantile', [0.025], 'bfff5c0331eeff83'],
  ['normalQuantile', [0.975], '3fff5c0331eeff83'],
  ['normalQuantile', [1e-10], 'c0197203589fd4f7'],
  ['normalQuantile', [0.3], 'bfe0c7e39582c5fc'],
  ['normalQuantile', [0.0001220703125], 'c00d58bd063470ee'],
  ['hazardToChance', [0.00165], '3f5b02e52e9e9c00'],
  ['hazardToChance', [0.045], '3fa6877f80efdcd0'],
  ['hazardToChance', [0.7], '3fe01bf92311555f'],
  ['hazardToChance', [1e-12], '3d71978000000000'],
  ['chanceToHazard', [0.2], '3fcc8ff7c79a9a20'],
  ['chanceToHazard', [0.9], '40026bb1bbb55516'],
  ['logit', [0.24], 'bff2716011df4657'],
  ['logit', [0.9], '400193ea7aad030b'],
  ['logistic', [-1.2], '3fcda158caf95fc9'],
  ['logistic', [0.01], '3fe0147a7410623c'],
  ['logistic', [5.55], '3fefe04609ed2d8a'],
  ['betaQuantile', [0.5, 4, 6], '3fd9284d495e6b03'],
  ['betaQuantile', [0.05, 29, 7], '3fe60fdbba8c1266'],
  ['betaQuantile', [0.95, 36, 4], '3feedabb73d92a9d'],
  ['betaQuantile', [0.01, 1, 1], '3f847ae147ae147b'],
  ['betaQuantile', [0.7, 7, 13], '3fd9c3ea602479fb'],
  ['betaQuantile', [0.3, 2, 30], '3fa218cdfe8b2c58'],
  ['betaQuantile', [0.999, 0.5, 0.5], '3feffffad35340ff'],
  ['betaQuantile', [0.123, 2.5, 3.75], '3fc768b1c66d2c1a'],
  ['betaQuantile', [0.6, 130, 60], '3fe6300b71b60e0d'],
];

/** Digest of `manyValues()` when recorded. */
export const recordedDigest = '57392a1900934973ea6483ad4abe3e4ed5b4b00e2667b4be332b10bbd0191954';

export function mathsDigest(): string {
  const values = manyValues();
  const bytes = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => bytes.setFloat64(8 * i, value));
  return bytesToHex(sha256(new Uint8Array(bytes.buffer)));
}

/** Some 40,000 values: each function at thousands of arguments spread over the range that a model uses. */
function manyValues(): number[] {
  const values = [...normalTable];
  const words = new Uint32Array(4);
  for (let i = 0; i < 3000; i++) {
    philox(i, 0, 0, 0, 0, 0, words);
    const u = words[0]!;
    const p = (u + 0.5) / 2 ** 32;
    const wide = words[1]! / 2 ** 27 - 16;
    values.push(exp(wide), ln(p), ln(words[1]! + 1), normalQuantile(p), hazardToChance(p), chanceToHazard(p));
    values.push(logit(p), logistic(wide), smoothNormal(u), threshold(p), exponentialPriority(u, 3));
    values.push(binomialSum(words[2]! & 1023, p, words[3]! & 255, 0.4, words[1]!));
    if (i % 15 === 0) values.push(betaQuantile(p, 1 + (words[2]! & 31), 1 + (words[3]! & 31)));
    if (i % 15 === 1) values.push(betaQuantile(p, 0.2 + words[2]! / 2 ** 32, 0.2 + words[3]! / 2 ** 31));
  }
  return values;
}
