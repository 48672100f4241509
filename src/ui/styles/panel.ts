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
  .list-bar [data-on],
  .list-bar [data-on] > .menu > .button {
    color: var(--le-accent);
  }
  .outliner {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
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
  .row[data-hidden] .face,
  .row[data-context] > :not(.row-buttons) {
    opacity: 0.5;
  }
  .row:not([data-id]) .names {
    font-weight: 500;
  }
  .twist {
    flex: none;
    width: 14px;
    margin-inline-end: -6px;
  }
  .twist button {
    display: block;
    padding: 4px 2px;
    margin: -4px -2px;
    font: inherit;
    color: var(--le-muted);
    background: none;
    border: 0;
    cursor: pointer;
  }
  .twist .icon {
    width: 14px;
    height: 14px;
    transition: rotate 90ms;
  }
  .twist [data-open] .icon {
    rotate: 90deg;
  }
  .names > .dot {
    display: inline-block;
    margin-inline: 0 6px;
    vertical-align: 1px;
  }
  .row .index {
    flex: none;
    min-width: 26px;
    text-align: end;
    font-size: 11px;
    color: var(--le-muted);
  }
  [data-arranges] .row .index {
    touch-action: none;
  }
  @media (pointer: coarse) {
    /* What a finger drags it by. */
    [data-arranges] .row .index::before {
      content: '';
      float: inline-start;
      width: 6px;
      height: 12px;
      margin-top: 4px;
      opacity: 0.6;
      background: radial-gradient(currentColor 1px, transparent 1.2px) 0 0 / 4px 4px;
    }
    [data-arranges] .row .index {
      min-width: 34px;
      line-height: 20px;
    }
    .twist button {
      padding: 12px 10px;
      margin: -12px -10px;
    }
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
`;
