import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { populationToCsv } from '../../engine/population/index.js';
import { download } from '../device/download.js';
import { Watch } from '../state/watch.js';
import { glyph } from '../styles/glyphs.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { importedPopulations, readImported } from '../device/imported.js';

/** Asks to use districts that were imported earlier. */
export class UseEvent extends Event {
  constructor(readonly name: string) {
    super('accord-use', { bubbles: true, composed: true });
  }
}

/** Asks to remove districts from this device. */
export class RemoveEvent extends Event {
  constructor(readonly name: string) {
    super('accord-remove', { bubbles: true, composed: true });
  }
}

/** The districts of this device: use them, get them back as a file, ask to remove them. */
@customElement('imported-table')
export class ImportedTable extends LitElement {
  /** Name of the districts in use. */
  @property() used = '';

  constructor() {
    super();
    new Watch(this, () => [importedPopulations]);
  }

  async #download(name: string): Promise<void> {
    const found = await readImported(name);
    if (found === undefined) return;
    const { firstMonth } = found.options;
    const csv = populationToCsv(found.population, {
      rows: 'schools',
      ...(firstMonth === undefined ? {} : { firstMonth }),
    });
    download(name, 'text/csv', csv);
  }

  protected override render(): TemplateResult {
    const { value: all, missing } = importedPopulations;
    if (all.length === 0) return html`<p>${missing === '' ? 'None yet.' : missing}</p>`;
    return html`<ul>
        ${all.map(
          ({ id, districts, schools }) =>
            html`<li>
              <span
                ><strong>${id}</strong><br /><small
                  >${districts.toLocaleString('en-US')} districts, ${schools.toLocaleString('en-US')}
                  schools</small
                ></span
              >
              ${
                id === this.used
                  ? html`<span class="used">in use</span>`
                  : html`<button @click=${() => this.dispatchEvent(new UseEvent(id))}>Use</button>`
              }
              <button aria-label="Download ${id} as read" @click=${() => this.#download(id)}>
                File as read
              </button>
              <button
                class="quiet icon"
                aria-label="Remove ${id} from this device"
                title="Remove from this device"
                @click=${() => this.dispatchEvent(new RemoveEvent(id))}
              >
                ${glyph('close')}
              </button>
            </li>`,
        )}
      </ul>
      ${missing === '' ? nothing : html`<p>${missing}</p>`}
      ${
        importedPopulations.volatile
          ? html`<p>This browser stores nothing for the page: they are gone when it is closed.</p>`
          : nothing
      }`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-m);
      }

      ul {
        max-width: 720px;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--s1);
        min-height: 52px;
        border-bottom: 1px solid var(--line);
        line-height: 1.3;
      }

      li > span:first-child {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      small {
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .used {
        color: var(--accent-strong);
        font-weight: 600;
      }
    `,
  ];
}
