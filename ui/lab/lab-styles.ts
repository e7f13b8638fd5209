import { css } from 'lit';

/** What the panels of the lab share: rows of labelled fields, and quiet words about a result. */
export const labStyles = css`
  :host {
    font-size: var(--size-m);
  }

  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s2);
    margin-block: var(--s1);
  }

  .field {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--s1);
  }

  .field select {
    max-width: 264px;
  }

  .field input {
    width: 88px;
  }

  .note {
    max-width: 96ch;
    color: var(--text-2);
  }

  .stale {
    padding: 4px var(--s1);
    border-radius: var(--radius);
    background: var(--warning-wash);
  }

  figure-panel,
  data-table,
  recipe-block {
    margin-top: var(--s2);
  }

  .digest {
    overflow-wrap: anywhere;
    font-family: ui-monospace, monospace;
    font-size: 12px;
  }
`;
