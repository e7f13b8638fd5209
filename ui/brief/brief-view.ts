import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { download } from '../device/download.js';
import type { Result } from '../state/run-state.js';
import { SessionElement } from '../state/session-element.js';
import type { View } from '../state/state.js';
import { briefContent, type BriefContent } from './brief-content.js';
import { briefFile } from './brief-file.js';
import { briefPaper } from './brief-paper.js';
import { briefStyles } from './brief-styles.js';
import { fitSheets } from './fit-sheets.js';
import '../explore/run-progress.js';
import { addressOf } from '../share/address.js';
import { encodeSession } from '../share/encode-session.js';
import { fileName } from '../share/file-name.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** Two pages to print, save or send: the answer, what it rests on, what it can't tell, and how to get it again. */
@customElement('brief-view')
export class BriefView extends SessionElement {
  @state() private title_ = '';
  @state() private question: string | undefined;
  @state() private link = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#fit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#fit);
  }

  readonly #fit = (): void => {
    const paper = this.renderRoot.querySelector('.paper');
    if (paper) fitSheets(paper);
  };

  #content: { readonly of: readonly unknown[]; readonly content: BriefContent } | undefined;
  #linked: readonly unknown[] = [];

  protected override willUpdate(_changed: PropertyValues): void {
    const { store, run } = this.session;
    const { present, view } = store.value;
    const parts = [present, view.charts, view.modes, run.value.status === 'done'];
    if (parts.every((part, index) => part === this.#linked[index])) return;
    this.#linked = parts;
    void encodeSession(this.session).then((part) => {
      if (this.#linked === parts) this.link = addressOf('explore', part);
    });
  }

  /** The content of the present figures; drawn again only when they or the charts change. */
  #current(): BriefContent | undefined {
    const { run, store } = this.session;
    const { result } = run.value;
    const { charts, modes }: View = store.value.view;
    const of: readonly [Result | undefined, View['charts'], View['modes']] = [result, charts, modes];
    if (this.#content === undefined || of.some((part, index) => part !== this.#content!.of[index])) {
      const content = briefContent(this.session);
      this.#content = content && { of, content };
    }
    return this.#content?.content;
  }

  #preliminary(content: BriefContent): string {
    const { status, target } = this.session.run.value;
    if (content.comparison.scenario.digest !== undefined && status === 'done') return '';
    const { replicates } = content.comparison;
    return `Preliminary: ${replicates.toLocaleString('en-US')} of ${target.toLocaleString('en-US')} simulated futures.`;
  }

  #save(content: BriefContent, title: string): void {
    this.#fit();
    const paper = this.renderRoot.querySelector('.paper')!;
    download(`${fileName(title)}-brief.html`, 'text/html', briefFile(paper, title, content));
  }

  protected override render(): TemplateResult {
    const content = this.#current();
    if (content === undefined) {
      return html`<p class="empty" role="status">
        The brief is written from the first simulated futures, in a moment.
      </p>`;
    }
    const { scenario } = content.setup;
    const title = this.title_ === '' ? scenario.title : this.title_;
    const question = this.question ?? scenario.question;
    const date = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
    const preliminary = this.#preliminary(content);
    return html`
      <div class="tools">
        <h1 class="visually-hidden">Brief</h1>
        <span class="fields">
          <label for="title">Title</label>
          <input
            id="title"
            type="text"
            maxlength="120"
            .value=${title}
            @input=${(event: Event) => (this.title_ = (event.target as HTMLInputElement).value)}
          />
          <label for="question">Question</label>
          <input
            id="question"
            type="text"
            maxlength="300"
            .value=${question}
            @input=${(event: Event) => (this.question = (event.target as HTMLInputElement).value)}
          />
        </span>
        <span class="actions">
          <button class="primary" @click=${() => window.print()}>Print or save as PDF</button>
          <button @click=${() => this.#save(content, title)}>Save as one HTML file</button>
        </span>
        <run-progress .session=${this.session}></run-progress>
      </div>
      ${briefPaper(content, { title, question, date, link: this.link, preliminary })}
    `;
  }

  static override styles = [
    sharedStyles,
    briefStyles,
    css`
      :host {
        padding: var(--s2) var(--s3) var(--s6);
        background: var(--panel);
        min-height: calc(100vh - 48px);
      }

      .tools {
        width: min(720px, 100%);
        margin: 0 auto var(--s2);
        font-size: var(--size-m);
      }

      .fields {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        align-items: center;
        gap: var(--s1);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1);
        margin-top: var(--s1);
      }

      .empty {
        max-width: 720px;
        margin-inline: auto;
        color: var(--text-2);
      }

      @media (max-width: 759px) {
        :host {
          padding: var(--s1) var(--s1) var(--s4);
        }
      }

      @media print {
        :host {
          padding: 0;
          background: none;
          min-height: 0;
        }

        .tools {
          display: none;
        }
      }
    `,
  ];
}
