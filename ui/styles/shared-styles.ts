import { css } from 'lit';

/** What every component's shadow root starts from: box model, type, buttons, fields, focus. */
export const sharedStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  h1,
  h2,
  h3,
  h4 {
    font-size: var(--size-base);
    font-weight: 600;
    line-height: 1.3;
  }

  a {
    color: var(--accent-strong);
    text-underline-offset: 2px;
  }

  button,
  select,
  input {
    font: inherit;
    font-variant-numeric: tabular-nums;
    color: inherit;
  }

  button,
  select,
  input[type='number'],
  input[type='text'],
  input[type='search'] {
    min-height: 32px;
    padding: 0 var(--s1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--size-m);
    line-height: 1.4;
  }

  button,
  select {
    cursor: pointer;
  }

  button:hover:not(:disabled),
  select:hover {
    border-color: var(--text-2);
  }

  button:disabled {
    color: var(--text-3);
    border-color: var(--line);
    cursor: default;
  }

  button.quiet {
    border-color: transparent;
    background: transparent;
  }

  button.quiet:hover:not(:disabled) {
    background: var(--panel);
    border-color: var(--line);
  }

  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  button.icon {
    display: inline-grid;
    place-items: center;
    min-width: 32px;
    padding: 0;
  }

  svg.glyph {
    width: 18px;
    height: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  :focus-visible {
    outline: var(--ring);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute !important;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .quiet-text {
    color: var(--text-3);
    font-size: var(--size-s);
  }

  @media (pointer: coarse) {
    button,
    select,
    input[type='number'],
    input[type='text'],
    input[type='search'] {
      min-height: 44px;
    }

    button.icon {
      min-width: 44px;
    }
  }
`;
