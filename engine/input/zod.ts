import { z } from 'zod';

// Without this zod compiles each schema with `new Function`: the page's policy refuses that, and for files that are
// read once compiling takes longer than reading.
z.config({ jitless: true });

/** A finite number. Minus zero is read as zero: it prints as zero, but what is divided by it runs to minus infinity. */
export const number = (error = 'must be a number'): z.ZodNumber =>
  z.number({ error }).overwrite((value) => value + 0);

export { z };
