import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Eight uint32 words of a text: its SHA-256 digest (UTF-8), read big-endian.
 *
 * A cryptographic digest, because names are the worst input there is for a quick hash ("school 1", "school 2", ...)
 * and two draws that share their words would share their luck unnoticed.
 */
export function textWords(text: string): Uint32Array {
  const digest = sha256(utf8ToBytes(text));
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  const words = new Uint32Array(8);
  for (let word = 0; word < 8; word++) words[word] = view.getUint32(4 * word);
  return words;
}
