import { css, unsafeCSS } from 'lit';
import tokens from '../styles/tokens.css?raw';

/**
 * Every colour token as it is in light. A scheme of its own is not enough: where the build writes `light-dark` for
 * older browsers, the document has chosen before the paper can.
 */
const lightTokens = unsafeCSS(
  [...tokens.matchAll(/(--[\w-]+: )light-dark\(([^,]+),/g)]
    .map(([, name, light]) => `${name}${light};`)
    .join('\n'),
);

/** The paper: the same on screen, in print and in a saved file. Always light, as paper is. */
export const briefStyles = css`
  .paper {
    ${lightTokens}
    color-scheme: light;
    width: 720px;
    margin-inline: auto;
    color: var(--text);
    font: 400 12px/1.4 var(--font);
    font-variant-numeric: tabular-nums;
  }

  .paper *,
  .paper *::before {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }

  .sheet {
    margin-bottom: 24px;
    padding: 40px 36px;
    border: 1px solid #dededa;
    background: #ffffff;
  }

  .paper header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 104px;
    gap: 4px 24px;
    padding-bottom: 10px;
    border-bottom: 2px solid #181a1b;
  }

  .paper .kind {
    color: var(--text-2);
    font-size: 12px;
  }

  .paper h1 {
    font-size: 22px;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }

  .paper .question {
    margin-top: 6px;
    font-size: 13.5px;
  }

  .paper .code {
    grid-row: 1 / span 3;
    grid-column: 2;
  }

  .paper .code svg {
    display: block;
    width: 104px;
    height: 104px;
  }

  .paper .finding {
    margin-top: 12px;
    font-size: 16px;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: pretty;
  }

  .paper .rest {
    margin-top: 6px;
    color: var(--text-2);
  }

  .paper .preliminary {
    margin-top: 10px;
    padding: 4px 8px;
    background: #fdf3e3;
    color: #8a4b00;
  }

  .paper .charts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 24px;
    margin-top: 12px;
  }

  .paper h2 {
    margin-top: 12px;
    font-size: 14px;
    font-weight: 650;
    line-height: 1.3;
  }

  .paper figure p {
    min-height: 34px;
    color: var(--text-2);
    font-size: 11.5px;
  }

  .paper figure svg {
    display: block;
    max-width: 100%;
    height: auto;
  }

  .paper figure svg text {
    white-space: pre;
  }

  .paper figure h2,
  .paper .sheet > h2:first-child {
    margin-top: 0;
  }

  .paper table {
    width: 100%;
    border-collapse: collapse;
  }

  .paper caption {
    padding-bottom: 4px;
    color: var(--text-2);
    font-size: 11.5px;
    text-align: start;
  }

  .paper th,
  .paper td {
    padding: 3px 10px 3px 0;
    border-bottom: 1px solid #dededa;
    text-align: start;
    vertical-align: top;
  }

  .paper thead th {
    border-bottom-color: #85857f;
    font-weight: 600;
  }

  .paper tbody th {
    font-weight: 600;
  }

  .paper .outcomes th:nth-child(1) {
    width: 27%;
  }

  .paper .outcomes td:last-child {
    white-space: nowrap;
  }

  .paper small {
    color: var(--text-2);
    font-size: 11px;
    font-weight: 400;
  }

  .paper .gap {
    font-weight: 600;
  }

  .paper .grade {
    white-space: nowrap;
  }

  .paper .same {
    color: var(--text-2);
    font-weight: 400;
  }

  .paper ul {
    padding-inline-start: 16px;
  }

  .paper li {
    margin-top: 2px;
  }

  .paper .two {
    columns: 2;
    column-gap: 24px;
    font-size: 11.5px;
  }

  .paper .two li {
    break-inside: avoid;
  }

  .paper code {
    display: block;
    margin-block: 4px;
    padding: 5px 8px;
    background: #f6f6f4;
    font:
      11px/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }

  .paper dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 1px 12px;
    font-size: 11.5px;
  }

  .paper dt {
    color: var(--text-2);
  }

  .paper dd {
    overflow-wrap: anywhere;
  }

  .paper .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .paper pre {
    font:
      11px/1.4 ui-monospace,
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  @media (max-width: 759px) {
    .paper {
      width: auto;
    }

    .sheet {
      padding: 20px 16px;
      overflow-x: auto;
    }

    .paper .charts {
      grid-template-columns: minmax(0, 1fr);
    }

    .paper .two {
      columns: 1;
    }
  }

  /* As print lays it out, for as long as fitSheets measures it. */
  .paper.measured .sheet {
    padding: 0;
    border: 0;
    overflow: hidden;
  }

  .paper.measured .charts {
    grid-template-columns: 1fr 1fr;
  }

  .paper.measured .two {
    columns: 2;
  }

  @media print {
    .paper {
      width: auto;
      max-width: none;
      margin: 0;
    }

    .sheet {
      margin: 0;
      padding: 0;
      border: 0;
      overflow: visible;
      zoom: var(--fit, 1);
      break-after: page;
    }

    .sheet:last-child {
      break-after: auto;
    }

    .paper .charts {
      grid-template-columns: 1fr 1fr;
    }

    .paper .two {
      columns: 2;
    }

    .paper table,
    .paper figure,
    .paper li {
      break-inside: avoid;
    }
  }
`;
