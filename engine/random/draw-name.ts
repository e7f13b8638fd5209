import { textWords } from './text-words.js';

/** The name of one draw in one rule, with its two uint32 hash words. */
export interface DrawName {
  readonly name: string;
  readonly h0: number;
  readonly h1: number;
}

/**
 * Names a draw, for example `drawName('training.request')`. A rule that draws twice has two names.
 *
 * Streams hang on the name alone, never on the order in which rules are listed: a new rule leaves every other draw as
 * it was.
 *
 * @throws RangeError when the name is empty
 */
export function drawName(name: string): DrawName {
  if (name === '')
    throw new RangeError("draw name = '' must be a non-empty text, such as 'training.request'");
  const [h0 = 0, h1 = 0] = textWords(`draw ${name}`);
  return { name, h0, h1 };
}
