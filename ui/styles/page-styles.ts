import { css } from 'lit';

/** A view that is read from top to bottom: one column, a title, what it is for, sections. */
export const pageStyles = css`
  :host {
    max-width: 1120px;
    margin-inline: auto;
    padding: var(--s2) var(--s3) var(--s6);
    font-size: var(--size-m);
  }

  h1 {
    font-size: var(--size-l);
  }

  h2 {
    font-size: 1.125rem;
  }

  .lead {
    max-width: 96ch;
    margin-top: 4px;
    color: var(--text-2);
  }
`;
