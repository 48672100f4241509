import { css } from 'lit';

/** Regions, details and history. */
export const panel = css`
  .panel-head {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 40px;
    padding: 0 6px;
    border-bottom: 1px solid var(--le-line);
  }
  .tabs {
    display: flex;
    flex: 1;
    gap: 2px;
  }
  .tab {
    padding: 0 8px;
  }
  .tab:hover {
    color: var(--le-text);
  }
  .tab[aria-selected='true'] {
    color: var(--le-text);
    font-weight: 500;
    background: var(--le-surface-2);
  }
  .panel-body {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .region-fields:not(:empty) {
    flex: none;
    max-height: 45%;
    overflow: auto;
    padding: 6px 10px;
    border-block-start: 1px solid var(--le-line);
  }
  .list-bar {
    display: flex;
    align-items: center;
    gap: 2px;
    flex: none;
    min-height: 36px;
    padding: 0 6px 0 12px;
    color: var(--le-muted);
  }
  .count {
    flex: 1;
  }
  .regions {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .rows {
    position: relative;
  }
  .row {
    position: absolute;
    inset: 0 0 auto;
    display: flex;
    align-items: center;
    gap: 6px;
    height: 28px;
    padding: 0 6px 0 4px;
    white-space: nowrap;
    cursor: default;
    user-select: none;
  }
  .row:hover,
  .row[data-hovered] {
    background: var(--le-surface-2);
  }
  .row[aria-selected='true'] {
    background: color-mix(in srgb, var(--le-accent) 14%, transparent);
  }
  .row[data-hidden] .face {
    opacity: 0.5;
  }
  .row .index,
  .history .index {
    flex: none;
    min-width: 26px;
    text-align: end;
    font-size: 11px;
    color: var(--le-muted);
  }
  .face {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1;
    min-width: 0;
    padding-inline-start: 4px;
  }
  .names {
    flex: 0 1 auto;
    min-width: 24px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .snippet {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--le-muted);
  }
  .mark {
    flex: none;
  }
  .mark:not([data-tone]) {
    color: var(--le-muted);
  }
  .mark .icon {
    width: 14px;
    height: 14px;
  }
  .row-buttons {
    display: flex;
    flex: none;
  }
  .row-button .button {
    min-width: 24px;
    height: 24px;
    padding: 0 4px;
  }
  .row-button .button[aria-pressed='true'] {
    color: var(--le-text);
    background: none;
  }
  .row-button .button:hover {
    background: color-mix(in srgb, var(--le-text) 10%, transparent);
  }
  .row:not(:hover, :focus, :focus-within) .row-button:not(:has([aria-pressed='true'])) {
    display: none;
  }
  .facts {
    margin: 0;
    padding: 0 12px 12px;
    overflow: auto;
  }
  .facts > div {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr);
    gap: 8px;
    padding: 4px 0;
  }
  .facts dt {
    color: var(--le-muted);
    overflow-wrap: anywhere;
  }
  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
    user-select: text;
  }
  .facts code {
    font-family: ui-monospace, monospace;
    font-size: 12px;
  }
  .label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-end: 10px;
  }
  .quote {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 8;
    overflow: hidden;
  }
  .history {
    margin: 0;
    padding: 4px;
    list-style: none;
  }
  .history [aria-current='step'] {
    font-weight: 500;
    background: var(--le-surface-2);
  }
`;
