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
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 8px 8px 8px 16px;
    background: var(--le-surface);
    border-bottom: 1px solid var(--le-line);
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
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
    min-height: 24px;
    padding: 2px 0;
  }
  .help-groups dt {
    flex: 1 0 auto;
    max-width: 60%;
  }
  .help-groups dd {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 3px;
    margin: 0;
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
