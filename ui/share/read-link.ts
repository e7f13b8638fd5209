import type { Setup } from '../state/setup.js';
import { linkPart } from './address.js';

/** The setup in an address; undefined where there is none or it can't be read, which the page says later. */
export async function readLink(hash: string): Promise<Setup | undefined> {
  const part = linkPart(hash);
  if (part === undefined) return undefined;
  const { decodeLink } = await import('./link-format.js');
  try {
    return decodeLink(part).setup;
  } catch {
    return undefined;
  }
}
