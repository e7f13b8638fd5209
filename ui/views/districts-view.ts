import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SessionElement } from '../app/session-element.js';

@customElement('districts-view')
export class DistrictsView extends SessionElement {
  protected override render(): TemplateResult {
    return html``;
  }
}
