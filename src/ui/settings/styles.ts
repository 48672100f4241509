import { css } from 'lit';

/** The settings. */
export const settingsStyles = css`
  .settings-group {
    margin: 0;
    padding: 0 0 4px;
    border: 0;
  }
  .settings-group legend {
    padding: 6px 8px 2px;
    font-size: 12px;
    font-weight: 600;
    color: var(--le-muted);
  }
  .setting span {
    flex: 1;
    min-width: 0;
  }
  .setting kbd {
    padding: 0;
    font: inherit;
    font-size: 11px;
    color: var(--le-muted);
    background: none;
    border: 0;
  }
  .settings-foot {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-top: 2px;
    padding-top: 4px;
    border-top: 1px solid var(--le-line);
  }
  .settings-foot .button:not(:hover) {
    color: var(--le-muted);
  }
`;
