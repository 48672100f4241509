import { css } from 'lit';

/** The bar over the lower edge of the content that says what a model suggests. */
export const suggestions = css`
  .suggestions {
    grid-area: content;
    place-self: end center;
    z-index: 2;
    max-width: calc(100% - 24px);
    margin-bottom: 12px;
  }
  .suggestion-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 2px;
    padding: 3px 4px 3px 12px;
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 2px);
    box-shadow: 0 6px 20px rgb(0 0 0 / 22%);
  }
  .suggestion-note {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding-inline-end: 6px;
    color: var(--le-muted);
    white-space: nowrap;
  }
  .frame:has(.suggestion-bar) .toasts {
    bottom: 96px;
  }
`;
