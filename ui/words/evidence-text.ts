import { parameters, type Parameter } from '../../engine/evidence/index.js';
import type { Lever } from '../../engine/model/levers/index.js';

export { rulesOf } from '../../engine/model/rule-descriptions.js';
export { describeRange } from './describe-parameter.js';

/** The parameters behind a lever's effect, in the order in which its file names them. */
export function parametersOf(lever: Lever): readonly Parameter[] {
  return withIds(lever.parameters);
}

/** The unit costs behind a lever's bill. */
export function costsOf(lever: Lever): readonly Parameter[] {
  return withIds(lever.costs);
}

function withIds(ids: readonly string[]): readonly Parameter[] {
  return ids.flatMap((id) => parameters.find((parameter) => parameter.id === id) ?? []);
}
