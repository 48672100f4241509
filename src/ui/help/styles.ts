import { css } from 'lit';

/** The sheet of hotkeys. */
export const help = css`
  .help {
    width: min(760px, calc(100vw - 24px));
    max-height: min(80dvh, 720px);
    padding: 0;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 4px);
    box-shadow: 0 16px 48px rgb(0 0 0 / 30%);
  }
  .help::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  .help-head {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 8px 8px 16px;
    background: var(--le-surface);
    border-bottom: 1px solid var(--le-line);
  }
  .help-head h2 {
    flex: none;
  }
  .help-filter {
    flex: 1;
    min-width: 60px;
    max-width: 260px;
    height: 28px;
    margin-inline: auto;
    padding: 0 8px;
    font: inherit;
    color: var(--le-text);
    background: var(--le-surface-2);
    border: 1px solid transparent;
    border-radius: var(--le-radius);
  }
  .help-filter::placeholder {
    color: var(--le-muted);
  }
  .help-notes .empty {
    padding: 16px;
  }
  .help-hint {
    margin: 10px 16px 0;
    font-size: 12px;
    color: var(--le-muted);
  }
  .help-note {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 8px 16px 0;
  }
  .help h2,
  .help h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  .help h3 {
    padding: 12px 0 4px;
    color: var(--le-muted);
    font-size: 12px;
  }
  .help-groups {
    padding: 0 16px 16px;
    columns: 300px;
    column-gap: 32px;
  }
  .help-groups section {
    break-inside: avoid;
  }
  .help-groups dl {
    margin: 0;
  }
  .help-groups dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 12px;
    min-height: 24px;
    padding: 1px 0;
    break-inside: avoid;
  }
  .help-groups dt {
    flex: 1 1 40%;
  }
  .help-groups dd {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 1px;
    margin: 0;
    margin-inline-start: auto;
  }
  .help-fixed dd {
    gap: 4px;
  }
  .key {
    margin: 0;
    padding: 1px;
    font: inherit;
    background: none;
    border: 0;
    border-radius: 5px;
    cursor: pointer;
  }
  .key:hover kbd {
    color: var(--le-text);
    border-color: var(--le-muted);
  }
  [data-changed] > dd kbd {
    color: var(--le-accent);
    border-color: color-mix(in srgb, var(--le-accent) 50%, transparent);
  }
  .help dd .button {
    min-width: 22px;
    height: 22px;
    padding: 0 3px;
    font-size: 12px;
  }
  .help dd .icon {
    width: 13px;
    height: 13px;
  }
  .help .key-more .button {
    opacity: 0;
  }
  .help dl > div:is(:hover, :focus-within) .key-more .button,
  .help .key-more:last-child .button {
    opacity: 1;
  }
  .recorder {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }
  .recording {
    padding: 0 7px;
    font-size: 11px;
    line-height: 20px;
    color: var(--le-accent);
    border: 1px solid var(--le-accent);
    border-radius: 4px;
    outline: none;
    white-space: nowrap;
  }
  .key-warning {
    display: flex;
    gap: 6px;
    flex: 1 1 100%;
    margin: 0 0 4px;
    font-size: 12px;
  }
  .key-warning .icon {
    width: 13px;
    height: 13px;
    margin-top: 2px;
  }
  @container le (width < 560px) {
    .help-head {
      flex-wrap: wrap;
    }
    .help-filter {
      order: 1;
      flex-basis: 100%;
      max-width: none;
      height: 36px;
      font-size: 16px;
    }
    .help-head h2 {
      flex: 1;
    }
  }
  kbd {
    display: inline-block;
    white-space: nowrap;
    min-width: 20px;
    padding: 0 5px;
    font: inherit;
    font-size: 11px;
    line-height: 18px;
    text-align: center;
    color: var(--le-muted);
    background: var(--le-surface-2);
    border: 1px solid var(--le-line);
    border-radius: 4px;
  }
`;
