import { css } from 'lit';

/** What fills the dialogs of sharing and saving. */
export const dialogStyles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1);
  }

  h3 {
    margin-top: var(--s3);
    margin-bottom: 4px;
    font-size: var(--size-m);
  }

  .line input[type='text'] {
    flex: 1 1 240px;
    min-width: 0;
    text-overflow: ellipsis;
  }

  .line button {
    max-width: 100%;
    overflow-wrap: anywhere;
  }

  .quiet-text {
    margin-top: 4px;
  }
`;
