import { z } from 'zod';

// Without this zod compiles each schema with `new Function`: the page's policy refuses that, and for files that are
// read once compiling takes longer than reading.
z.config({ jitless: true });

export { z };
