import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable } from './observable.js';

/** Redraws a component whenever one of the observables changes, for as long as it is connected. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sources: () => readonly (Observable<unknown> | undefined)[];
  #stops: (() => void)[] = [];

  /** @param sources asked each time the component is connected */
  constructor(host: ReactiveControllerHost, sources: () => readonly (Observable<unknown> | undefined)[]) {
    this.#host = host;
    this.#sources = sources;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostDisconnected();
    this.#stops = this.#sources().flatMap(
      (source) => source?.subscribe(() => this.#host.requestUpdate()) ?? [],
    );
    this.#host.requestUpdate(); // what changed while it was away has told nobody
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
