import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { viewOf, views, type ViewEntry } from './index.js';

import type { Engine } from '../state/engine.js';
import { keepOffline } from './keep-offline.js';
import { readLink } from '../share/read-link.js';
import type { LinkWatch } from '../share/index.js';
import type { SessionElement } from '../state/session-element.js';
import { SessionOpening, type Session } from '../state/session.js';
import { applyTheme, readTheme, type Theme } from './theme.js';
import { Watch } from '../state/watch.js';
import './edited-badge.js';
import './population-picker.js';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const themeNames = { auto: 'as your device', light: 'light', dark: 'dark' } as const;

/** The page's frame: header, navigation by address, and the view of the present address. */
@customElement('accord-app')
export class AccordApp extends LitElement {
  readonly #opening = new SessionOpening(
    async (): Promise<Engine> => {
      const { openEngine } = await import('../engine/open-engine.js');
      return openEngine();
    },
    () => readLink(window.location.hash),
  );
  readonly #elements = new Map<string, SessionElement>();

  @state() private view: ViewEntry = viewOf(window.location.hash);
  @state() private loaded: ViewEntry | undefined;
  @state() private failure: string | undefined;
  @state() private links: LinkWatch | undefined;
  @state() private theme: Theme = readTheme();
  @query('main') private main!: HTMLElement;

  constructor() {
    super();
    new Watch(this, () => [this.#opening]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme(this.theme);
    window.addEventListener('hashchange', this.#navigate);
    window.addEventListener('keydown', this.#undo);
    void this.#load(this.view);
    const stop = this.#opening.subscribe(() => {
      stop();
      void this.#watchLinks();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#navigate);
    window.removeEventListener('keydown', this.#undo);
  }

  readonly #navigate = (): void => {
    this.view = viewOf(window.location.hash);
    void this.#load(this.view).then(() => this.main.focus({ preventScroll: true }));
    this.links?.follow(window.location.hash);
    window.scrollTo(0, 0);
  };

  /** Ctrl or Command with Z, and Y or Shift for the way back, in every view; a field that is typed in has its own. */
  readonly #undo = (event: KeyboardEvent): void => {
    const opening = this.#opening.value;
    const key = event.key.toLowerCase();
    if (opening.status !== 'open' || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y'))
      return;
    if (event.composedPath()[0] instanceof HTMLInputElement) return;
    event.preventDefault();
    opening.session.store.dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
  };

  /** Links, saved scenarios and what is kept for later come after the first numbers. */
  async #watchLinks(): Promise<void> {
    const opening = this.#opening.value;
    if (opening.status !== 'open') return;
    const { LinkWatch } = await import('../share/index.js');
    this.links = new LinkWatch(opening.session);
    this.links.follow(window.location.hash);
    keepOffline();
  }

  async #load(view: ViewEntry): Promise<void> {
    try {
      await view.load();
      this.failure = undefined;
      if (view === this.view) this.loaded = view;
    } catch {
      this.failure = `The view ${view.title} could not be loaded. Check the connection and open it again.`;
    }
    await this.updateComplete;
  }

  #nextTheme(): void {
    this.theme = themes[(themes.indexOf(this.theme) + 1) % themes.length]!;
    applyTheme(this.theme);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('view')) return;
    document.title = `${this.view.title} · Accord`;
    // On a narrow page the navigation is wider than its window.
    this.renderRoot.querySelector('a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  protected override render(): TemplateResult {
    const opening = this.#opening.value;
    const session = opening.status === 'open' ? opening.session : undefined;
    return html`
      <header>
        <button class="skip" @click=${() => this.main.focus()}>Skip to the view</button>
        <span class="name">Accord</span>
        <nav aria-label="Views">
          ${views.map(
            (view) =>
              html`<a href="#/${view.path}" aria-current=${view === this.view ? 'page' : nothing}
                >${view.title}</a
              >`,
          )}
        </nav>
        <span class="end">
          ${session ? html`<edited-badge .session=${session}></edited-badge>` : nothing}
          ${session ? html`<population-picker .session=${session}></population-picker>` : nothing}
          <span class="share"
            >${
              session && this.links
                ? html`<share-button .session=${session} .links=${this.links}></share-button>`
                : nothing
            }</span
          >
          <button
            class="quiet icon"
            title="Colours: ${themeNames[this.theme]}"
            aria-label="Colours: ${themeNames[this.theme]}. Change"
            @click=${this.#nextTheme}
          >
            ${glyph('theme')}
          </button>
        </span>
      </header>
      ${this.links ? html`<link-notice .links=${this.links}></link-notice>` : nothing}
      <main id="main" tabindex="-1" aria-busy=${session ? 'false' : 'true'}>${this.#body(session)}</main>
    `;
  }

  #body(session: Session | undefined): unknown {
    const opening = this.#opening.value;
    if (this.failure !== undefined) return html`<p class="notice" role="alert">${this.failure}</p>`;
    if (opening.status === 'failed') {
      return html`<p class="notice" role="alert">
        The simulation could not be started: ${opening.reason}. Load the page again.
      </p>`;
    }
    if (session === undefined || this.loaded === undefined) return nothing;
    return this.#element(this.loaded, session);
  }

  /** Views keep their element, and so their scroll position and open parts, while others are shown. */
  #element(view: ViewEntry, session: Session): SessionElement {
    const known = this.#elements.get(view.path);
    if (known !== undefined) return known;
    const element = document.createElement(view.tag) as SessionElement;
    element.session = session;
    this.#elements.set(view.path, element);
    return element;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100vh;
      }

      header {
        display: flex;
        align-items: center;
        gap: var(--s3);
        min-height: 48px;
        padding: 0 var(--s3);
        border-bottom: 1px solid var(--line);
      }

      .name {
        font-size: 1.125rem;
        font-weight: 700;
        letter-spacing: -0.01em;
      }

      nav {
        display: flex;
        align-self: stretch;
        gap: var(--s1);
        overflow-x: auto;
        scrollbar-width: none;
      }

      nav a {
        display: flex;
        align-items: center;
        padding: 0 var(--s1);
        border-block: 3px solid transparent;
        color: var(--text-2);
        font-size: var(--size-m);
        text-decoration: none;
        white-space: nowrap;
      }

      nav a:hover {
        color: var(--text);
        border-bottom-color: var(--line);
      }

      nav a[aria-current] {
        color: var(--text);
        font-weight: 600;
        border-bottom-color: var(--accent);
      }

      nav a:focus-visible {
        outline-offset: -2px;
      }

      .end {
        display: flex;
        align-items: center;
        gap: var(--s1);
        margin-inline-start: auto;
        min-height: 32px;
      }

      .share {
        min-width: 58px;
      }

      main {
        flex: 1;
      }

      /* It takes the focus when a view opens, for the keyboard's sake, and is no control. */
      main:focus-visible {
        outline: none;
      }

      .notice {
        max-width: 64ch;
        margin: var(--s3);
        padding: var(--s2);
        border: 1px solid var(--danger);
        border-radius: var(--radius);
      }

      .skip {
        position: absolute;
        z-index: 2;
        top: 8px;
        left: -100vw;
        padding: var(--s1) var(--s2);
        background: var(--raised);
      }

      .skip:focus {
        left: 8px;
      }

      @media (max-width: 759px) {
        header {
          flex-wrap: wrap;
          gap: 0 var(--s2);
          padding: 4px var(--s2) 0;
        }

        nav {
          order: 1;
          width: 100%;
          min-height: 44px;
          margin-inline: calc(-1 * var(--s1));
        }
      }

      @media print {
        header,
        link-notice,
        .skip {
          display: none;
        }
      }
    `,
  ];
}
