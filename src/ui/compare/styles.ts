import { css } from 'lit';

/** The table of a comparison, below the content. */
export const compareStyles = css`
  .frame:has(> .compare) {
    grid-template:
      'top top top' auto 'tools content panel' minmax(0, 1fr) 'compare compare compare' auto 'status status status'
      auto / auto minmax(0, 1fr) auto;
  }
  .compare {
    grid-area: compare;
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    background: var(--le-surface);
    border-block-start: 1px solid var(--le-line);
  }
  .compare-edge {
    position: absolute;
    z-index: 2;
    inset: -4px 0 auto;
    height: 8px;
    cursor: ns-resize;
    touch-action: none;
  }
  .compare-edge:hover,
  .compare-edge:focus-visible {
    background: linear-gradient(var(--le-accent) 0 0) center / 100% 2px no-repeat;
    outline: none;
  }
  .compare-bar {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    min-height: 36px;
    padding: 0 6px 0 12px;
    white-space: nowrap;
  }
  .compare-bar [role='status'] {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .compare-bar [role='status'] b {
    font-weight: 500;
  }
  .compare-title {
    font-weight: 600;
  }
  .compare-table {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid var(--le-line);
  }
  .compare-table .rows {
    min-width: calc(200px + var(--le-columns) * 168px);
  }
  .compare-head,
  .compare-row {
    display: grid;
    grid-template-columns: 200px repeat(var(--le-columns), minmax(168px, 1fr));
    min-width: calc(200px + var(--le-columns) * 168px);
  }
  .compare-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    height: 34px;
    background: var(--le-surface);
    border-block-end: 1px solid var(--le-line);
  }
  .compare-row {
    position: absolute;
    inset: 0 0 auto;
    cursor: default;
    user-select: none;
    border-block-end: 1px solid color-mix(in srgb, var(--le-line) 55%, transparent);
  }
  /* On the cells, as the first of them covers the row. */
  .compare-row:focus-visible {
    outline: none;
  }
  .compare-row:focus-visible > .compare-cell {
    box-shadow:
      inset 0 2px var(--le-accent),
      inset 0 -2px var(--le-accent);
  }
  .compare-cell {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    padding: 0 8px;
    white-space: nowrap;
  }
  .compare-cell + .compare-cell {
    border-inline-start: 1px solid color-mix(in srgb, var(--le-line) 55%, transparent);
  }
  .compare-name {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-start: 12px;
    background: var(--le-surface);
  }
  .compare-row:hover > .compare-cell,
  .compare-row[data-hovered] > .compare-cell {
    background: var(--le-surface-2);
  }
  .compare-row[aria-selected='true'] > .compare-cell {
    background: color-mix(in srgb, var(--le-accent) 14%, var(--le-surface));
  }
  .compare-sort {
    margin-inline-start: -6px;
    font-weight: 500;
  }
  .compare-author {
    min-width: 0;
    padding: 0 2px;
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: 600;
  }
  .compare-heading .compare-author.button {
    display: block;
    color: var(--le-text);
    font-weight: 500;
  }
  .compare-note {
    font-size: 12px;
  }
  .compare-share {
    flex: none;
    min-width: 36px;
    font-size: 12px;
    color: var(--le-muted);
    text-align: end;
  }
  .compare-heading .compare-share {
    min-width: 0;
  }
  /* How the outlines are drawn. */
  .compare-line {
    flex: none;
    width: 14px;
    border-block-start: 3px solid var(--le-line-colour);
  }
  .compare-line[data-dashed] {
    border-block-start-style: dashed;
  }
  .compare-meter {
    flex: none;
    width: 32px;
    height: 4px;
    border-radius: 2px;
    background:
      linear-gradient(
          color-mix(
            in oklab,
            light-dark(#2f9e5b, #56c785) calc(100% * var(--le-share)),
            light-dark(#d2463c, #ff8c82)
          )
          0 0
        )
        0 / calc(100% * var(--le-share)) 100% no-repeat,
      var(--le-line);
  }
  .compare-tip {
    inset: 0 auto auto 0;
    min-width: 0;
    padding: 6px 10px;
    pointer-events: none;
  }
  .compare-face {
    display: flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }
  .compare-face b {
    font-weight: 500;
  }
  .compare-what {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .compare-text {
    display: flex;
    align-items: center;
    gap: 5px;
    min-width: 0;
    overflow: hidden;
  }
  .compare-text > .muted {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .compare-label {
    flex: none;
  }
  .compare-take {
    position: absolute;
    inset-block: 4px;
    inset-inline-end: 4px;
    height: auto;
    padding: 0 8px;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
  }
  .compare-take:hover:not(:disabled) {
    color: var(--le-accent-text);
    background: var(--le-accent);
    border-color: var(--le-accent);
  }
  .compare-row:not(:hover, :focus, :focus-within) .compare-take {
    opacity: 0;
  }
  @media (pointer: coarse) {
    .compare-row .compare-take {
      opacity: 1 !important;
    }
  }
  @container le (width < 560px) {
    .frame:has(> .compare) {
      grid-template:
        'top' auto 'content' minmax(0, 1fr) 'compare' auto 'tools' auto 'status'
        auto / minmax(0, 1fr);
    }
    .compare-title,
    .compare-bar [role='status'] .muted {
      display: none;
    }
    .compare-head,
    .compare-row {
      grid-template-columns: 124px repeat(var(--le-columns), minmax(148px, 1fr));
      min-width: calc(124px + var(--le-columns) * 148px);
    }
    .compare-table .rows {
      min-width: calc(124px + var(--le-columns) * 148px);
    }
    .compare-name .compare-meter {
      display: none;
    }
    .compare-head {
      height: 44px;
    }
    .compare-row .compare-take {
      opacity: 1;
      min-height: 0;
    }
  }
  @media (forced-colors: active) {
    .compare-line,
    .compare-meter {
      forced-color-adjust: none;
    }
    .compare-row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
