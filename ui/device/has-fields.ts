/** Whether a value of unknown origin is an object whose fields have these types, as `typeof` names them; null has none. */
export function hasFields(value: unknown, types: Readonly<Record<string, string>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(types).every(([key, type]) => fields[key] !== null && typeof fields[key] === type);
}
