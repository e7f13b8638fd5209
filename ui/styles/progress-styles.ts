import { css } from 'lit';

/** A line with a thin bar, words and a button, and a failure in a frame. */
export const progressStyles = css`
  :host {
    font-size: var(--size-s);
    color: var(--text-2);
  }

  .line {
    display: flex;
    align-items: center;
    gap: var(--s1);
    min-height: 32px;
  }

  .track {
    flex: none;
    height: 4px;
    border-radius: 2px;
    overflow: hidden;
    background: var(--line);
  }

  .track span {
    display: block;
    height: 100%;
    background: var(--accent);
  }

  p {
    padding: var(--s1);
    border: 1px solid var(--danger);
    border-radius: var(--radius);
    color: var(--text);
  }
`;
