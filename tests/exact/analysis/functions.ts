/** Ishigami and Homma's function of three uniform factors on -pi..pi, given unit coordinates (a = 7, b = 0.1). */
export function ishigami(u: ArrayLike<number>): number {
  const [x1, x2, x3] = [0, 1, 2].map((factor) => (2 * u[factor]! - 1) * Math.PI) as [number, number, number];
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}

/** Sobol's g-function: a product of |4u - 2| + a over 1 + a; the larger a, the less its factor matters. */
export function gFunction(a: readonly number[]): (u: ArrayLike<number>) => number {
  return (u) =>
    a.reduce((product, ai, factor) => (product * (Math.abs(4 * u[factor]! - 2) + ai)) / (1 + ai), 1);
}

/** First-order and total indices of the g-function, in closed form. */
export function gIndices(a: readonly number[]): { first: number[]; total: number[] } {
  const parts = a.map((ai) => 1 / 3 / (1 + ai) ** 2);
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => (part * (all / (1 + part))) / (all - 1)),
  };
}

/**
 * Morris's 20-factor function (1991), its small random coefficients replaced by (-1)^i and (-1)^(i + j) as in Saltelli,
 * Chan and Scott (2000): factors 1 to 10 matter, 1 to 7 of them not linearly, 11 to 20 hardly.
 */
export function morrisFunction(u: ArrayLike<number>): number {
  const w = Array.from({ length: 20 }, (_, i) =>
    i === 2 || i === 4 || i === 6 ? 2 * ((1.1 * u[i]!) / (u[i]! + 0.1) - 0.5) : 2 * (u[i]! - 0.5),
  );
  const sign = (power: number): number => (power % 2 === 0 ? 1 : -1);
  let y = 0;
  for (let i = 0; i < 20; i++) {
    y += (i < 10 ? 20 : sign(i + 1)) * w[i]!;
    for (let j = i + 1; j < 20; j++) {
      y += (j < 6 ? -15 : sign(i + j + 2)) * w[i]! * w[j]!;
      for (let l = j + 1; l < 5; l++) {
        y += -10 * w[i]! * w[j]! * w[l]!;
        for (let s = l + 1; s < 4; s++) y += 5 * w[i]! * w[j]! * w[l]! * w[s]!;
      }
    }
  }
  return y;
}
