/**
 * One uniform uint32: a pure function of the keys of (seed, replicate, draw name, tick) and the entity or pair id.
 *
 * A four-multiply integer hash with a 64-bit tweak. Keep it tiny: engines must inline it (1.7 ns a draw). Its output
 * passed PractRand to 8 GB in agent, tick and replicate order; with three multiplies it was nearly clean, with one or
 * two, or with 32 bits of key, it failed early.
 *
 * @param k0 first word of `tickKeys`
 * @param k1 second word of `tickKeys`
 * @param id entity or pair id, any 32-bit integer
 */
export function draw(k0: number, k1: number, id: number): number {
  let x = Math.imul(id, 0x9e3779b1) ^ k0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = ((x ^ (x >>> 15)) + k1) | 0;
  x = Math.imul(x, 0xd35a2d97);
  x = Math.imul(x ^ (x >>> 15), 0xac4c1b51);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The uniform of a draw, strictly inside (0, 1): the middle of its cell of width 2^-32. */
export function uniform(u: number): number {
  return (u + 0.5) / 4294967296;
}
