import { css } from 'lit';

/** Steps and versions. */
export const historyStyles = css`
  .history-steps {
    flex: 1;
    min-height: 84px;
    overflow: auto;
    overscroll-behavior: contain;
    border-block-start: 4px solid transparent;
  }
  .history {
    position: relative;
    margin: 0 4px;
    padding: 0;
    list-style: none;
  }
  .history li {
    position: absolute;
    inset: 0 0 auto;
  }
  .history .step {
    height: 100%;
    padding: 0 8px 0 2px;
  }
  .history .index {
    flex: none;
    min-width: 26px;
    text-align: end;
    font-size: 11px;
    color: var(--le-muted);
  }
  .history [aria-current='step'] {
    font-weight: 500;
    background: var(--le-surface-2);
  }
  .history [data-undone]:not(:hover, :focus-visible) {
    color: var(--le-muted);
  }
  .step-name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .step-time {
    flex: none;
    font-size: 11px;
    font-weight: normal;
    color: var(--le-muted);
  }
  .versions {
    flex: none;
    max-height: 50%;
    overflow: auto;
    padding: 8px 4px 8px 12px;
    border-block-start: 1px solid var(--le-line);
  }
  .versions h3 {
    margin: 0 0 2px;
    font: inherit;
    font-size: 11px;
    color: var(--le-muted);
  }
  .versions ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .version {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 32px;
    align-items: baseline;
    column-gap: 8px;
    padding: 5px 0;
  }
  .version-by,
  .version-said {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .version-said {
    grid-column: 1 / 3;
    color: var(--le-muted);
  }
  .version > .button {
    grid-area: 1 / 3 / 3 / 4;
    align-self: center;
  }
`;
