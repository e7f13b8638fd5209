/**
 * The same value, with all its parts made unchangeable: what every run reads must not depend on what a caller did to a
 * list. Typed arrays stay as they are, as none can be frozen.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
