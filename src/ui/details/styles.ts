import { css } from 'lit';

/** What is known of a region, with fields to change it, and what can be done with several. */
export const details = css`
  .facts {
    margin: 0;
    padding: 0 12px 12px;
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
  .facts > div:has(.figure, .writing) {
    align-items: baseline;
    padding: 2px 0;
  }
  .quote {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 8;
    overflow: hidden;
  }
  .fixed {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 0 12px 6px;
    color: var(--le-muted);
  }
  .labelled,
  .answers:has(> :not([hidden])),
  .note {
    padding: 0 12px 10px;
  }
  .labelled h3,
  .note h3 {
    margin: 0 0 3px;
    font: inherit;
    font-size: 11px;
    color: var(--le-muted);
  }
  .label-chips {
    display: flex;
    align-items: flex-start;
    gap: 4px;
  }
  .label-chips ul {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .label-chips .muted {
    line-height: 24px;
  }
  .label-chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    max-width: 100%;
    padding-inline: 7px;
    border: 1px solid var(--le-line);
    border-radius: var(--le-radius);
  }
  .label-chip > span {
    overflow-wrap: anywhere;
  }
  .label-chip > .button {
    min-width: 20px;
    height: 20px;
    margin-inline: -2px -5px;
    padding: 0;
  }
  .label-chip .icon {
    width: 12px;
    height: 12px;
  }
  .label-chips .menu > .button {
    min-width: 24px;
    height: 24px;
    padding: 0;
  }
  .label-bars {
    max-width: 320px;
    padding: 4px;
  }
  .answers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .answers > ::before {
    content: attr(data-beside);
    display: block;
    margin-block-end: 3px;
    overflow-wrap: anywhere;
    font-size: 11px;
    color: var(--le-muted);
  }
  .writing {
    display: block;
    width: 100%;
    min-height: 28px;
    max-height: 180px;
    padding: 4px 8px;
    font: inherit;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: var(--le-radius);
    resize: none;
    field-sizing: content;
  }
  .writing:hover:not(:read-only) {
    border-color: var(--le-muted);
  }
  .writing:read-only {
    color: var(--le-muted);
    background: var(--le-surface-2);
  }
  .writing::placeholder {
    color: var(--le-muted);
  }
  .writing-hint {
    display: none;
    padding-block-start: 3px;
    font-size: 11px;
    color: var(--le-muted);
  }
  .writing:focus + .writing-hint {
    display: block;
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
    .writing {
      min-height: 36px;
      font-size: 16px;
    }
    .label-chip {
      min-height: 36px;
    }
    .label-chip > .button,
    .label-chips .menu > .button {
      min-width: 36px;
      height: 36px;
    }
  }
`;
