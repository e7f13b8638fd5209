import { InputError, nameRemedy } from '../../input/index.js';

/** @throws InputError when the text is no whole number from `min` to `max` */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  const limits = `from ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}`;
  return refuse(option, text, `must be a whole number ${limits}`, '');
}

/** @throws InputError when the text is no number from `min` to `max` */
export function numberBetween(option: string, text: string, min: number, max: number): number {
  const value = text.trim() === '' ? NaN : Number(text) + 0; // minus zero is zero
  if (value >= min && value <= max) return value;
  const limits = min === -Number.MAX_VALUE ? '' : ` from ${min} to ${max.toLocaleString('en-US')}`;
  return refuse(option, text, `must be a number${limits}`, '');
}

/** @throws InputError when the text is none of the names */
export function oneOf<T extends string>(option: string, text: string, names: readonly T[]): T {
  const found = names.find((name) => name === text);
  return found ?? refuse(option, text, `must be ${names.join(' or ')}`, nameRemedy(text, names));
}

/** @throws InputError when the text is empty */
export function nonEmpty(option: string, text: string, remedy: string): string {
  return text === '' ? refuse(option, text, 'must not be empty', remedy) : text;
}

/** @throws InputError always */
export function refuse(path: string, value: string, rule: string, remedy: string): never {
  throw new InputError([{ path, value, rule, remedy }]);
}
