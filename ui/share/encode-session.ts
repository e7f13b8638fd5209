import type { Session } from '../state/session.js';
import { encodeLink, type LinkedView } from './link-format.js';
import { makingOf } from './making.js';

/** What the page shows now, as the last part of a link. */
export async function encodeSession({ store, run }: Session): Promise<string> {
  const { present, view } = store.value;
  const { month, charts, modes, replicate } = view;
  const shown: LinkedView = { month, charts, modes, replicate };
  const made = await makingOf(present, run.value);
  return encodeLink({ setup: present, view: shown, made });
}
