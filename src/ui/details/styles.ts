import { css } from 'lit';

/** Figures to type, and what can be done with several regions. */
export const details = css`
  .facts > div:has(.figure) {
    align-items: baseline;
    padding: 2px 0;
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .figure .field {
    width: 76px;
    height: 24px;
    padding: 0 6px;
    font: inherit;
    font-variant-numeric: tabular-nums;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: var(--le-radius);
  }
  .figure select.field {
    flex: 1;
    width: auto;
  }
  .figure .field:hover:not(:disabled) {
    border-color: var(--le-muted);
  }
  .figure .field:disabled {
    color: var(--le-muted);
    background: var(--le-surface-2);
  }
  .figure .field[aria-invalid='true'] {
    color: var(--le-danger);
    border-color: var(--le-danger);
  }
  .unit {
    min-width: 12px;
    color: var(--le-muted);
  }
  .pixels {
    flex: 1;
    text-align: end;
    white-space: nowrap;
    font-size: 11px;
    color: var(--le-muted);
  }
  .reason {
    flex-basis: 100%;
    font-size: 11px;
    color: var(--le-danger);
  }
  .reason:empty {
    display: none;
  }
  .doings {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    padding: 4px 8px 12px;
  }
  .doings h3 {
    margin: 0;
    padding: 0 4px 2px;
    font: inherit;
    font-size: 11px;
    color: var(--le-muted);
  }
  .doings .entry-name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .doings .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  @media (pointer: coarse) {
    .figure .field {
      height: 36px;
      font-size: 16px;
    }
  }
`;
