import { z } from '../input/zod.js';
import { scenarioDocument } from './scenario-document.js';

/**
 * JSON Schema (draft 2020-12) of a scenario file, for editors that complete and check YAML. It is derived
 * from the levers, the context and the parameters.
 */
export function scenarioSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenarioDocument, { io: 'input' });
}
