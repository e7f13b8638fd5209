import { type Accord, type AccordOptions, openOn } from '../index.js';
import { nodePool } from './pool.js';

/** Opens the library on worker threads. The caller closes it. */
export function open({ workers }: AccordOptions = {}): Accord {
  return openOn(nodePool(workers === undefined ? {} : { workers }));
}
