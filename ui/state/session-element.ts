import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Session } from './session.js';
import { Watch } from './watch.js';

/** An element that draws the session's state and is drawn again whenever that or the run changes. */
export class SessionElement extends LitElement {
  @property({ attribute: false }) session!: Session;

  constructor() {
    super();
    new Watch(this, () => [this.session.store, this.session.run]);
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.isConnected;
  }
}
