/** x squared by one multiplication: unlike `x ** 2` the same bits in every engine. */
export function square(x: number): number {
  return x * x;
}
