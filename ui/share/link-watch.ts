import { InputError, visible } from '../../engine/input/problem.js';
import { Observable } from '../state/observable.js';
import { sameSetup } from '../state/reduce.js';
import type { Session } from '../state/session.js';
import type { State } from '../state/state.js';
import { addressOf, linkPart, viewPart } from './address.js';
import { encodeSession } from './encode-session.js';
import { decodeLink, type LinkContent } from './link-format.js';
import { readView } from './linked-view.js';
import { differencesOf, finished, makingOf } from './making.js';

/** What the page has to say of the link it was opened with. */
export type LinkReport =
  | { readonly kind: 'silent' }
  /** Opened, and not everything is as it was where the link was made. */
  | { readonly kind: 'differs'; readonly sentences: readonly string[] }
  | { readonly kind: 'refused'; readonly sentences: readonly string[] };

/** How long the page rests before its address is rewritten; browsers count how often a page does that. */
const REST_MS = 600;

/** Opens the links that come in by the address, holds them against this page, and keeps the address up to date. */
export class LinkWatch extends Observable<LinkReport> {
  readonly #session: Session;
  readonly #start: State['present'];
  #opened: LinkContent | undefined;
  #written: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    super({ kind: 'silent' });
    this.#session = session;
    this.#start = session.store.value.present;
    session.store.subscribe(() => this.#rest());
    session.run.subscribe(() => this.#compareDigests());
  }

  /** Opens the link in an address, if there is one that this page did not write itself. */
  follow(hash: string): void {
    const part = linkPart(hash);
    if (part === undefined || part === this.#written) {
      this.#rest();
      return;
    }
    this.#written = part;
    try {
      this.open(decodeLink(part));
    } catch (error) {
      this.refuse(error);
    }
  }

  open(content: LinkContent): void {
    const { store } = this.#session;
    if (!sameSetup(content.setup, store.value.present)) {
      store.dispatch({ type: 'openSetup', setup: content.setup });
    }
    store.dispatch({ type: 'setView', view: readView(content.view, store.value.view) });
    this.#opened = content;
    this.change({ kind: 'silent' });
    void this.#check(content);
  }

  /** A link that can't be read: the page stays as it is and says why. */
  refuse(error: unknown): void {
    const sentences =
      error instanceof InputError
        ? error.problems.map(({ path, value, rule, remedy }) => {
            const shown = value.length > 40 ? `${value.slice(0, 37)}…` : value;
            return visible(`${path}: “${shown}” ${rule}${remedy === '' ? '' : `; ${remedy}`}.`);
          })
        : [String(error)];
    this.change({ kind: 'refused', sentences });
  }

  dismiss(): void {
    this.#opened = undefined;
    this.change({ kind: 'silent' });
  }

  /** The link to what the page shows now. */
  async link(path = viewPart(window.location.hash) ?? 'explore'): Promise<string> {
    return addressOf(path, await encodeSession(this.#session));
  }

  async #check(content: LinkContent): Promise<void> {
    const { setup, made } = content;
    const here = await makingOf(setup, this.#session.run.value);
    if (this.#opened !== content) return;
    const sentences = differencesOf(made, here, setup.scenario.population);
    if (sentences.length > 0) this.change({ kind: 'differs', sentences });
    this.#compareDigests();
  }

  /** The last word: whether the numbers are those that the link's maker saw. */
  #compareDigests(): void {
    const { setup, made } = this.#opened ?? {};
    if (setup === undefined || made?.result === undefined) return;
    const here = finished(setup, this.#session.run.value);
    if (here === undefined || here.futures !== made.result.futures) return;
    if (here.digest === made.result.digest) return;
    const sentence = 'The numbers on this page differ from those that the link’s maker saw.';
    const said = this.value.kind === 'differs' ? this.value.sentences : [];
    if (!said.includes(sentence)) this.change({ kind: 'differs', sentences: [...said, sentence] });
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(), REST_MS);
  }

  /** Nothing is written while the page is as it opened: a plain address stays plain. */
  async #write(): Promise<void> {
    const { present, view, replaying } = this.#session.store.value;
    if (view.playing || replaying) return;
    if (this.#written === undefined && sameSetup(present, this.#start)) return;
    const part = await encodeSession(this.#session);
    if (this.#session.store.value.present !== present) return;
    this.#written = part;
    window.history.replaceState(null, '', addressOf(viewPart(window.location.hash) ?? 'explore', part));
  }
}
