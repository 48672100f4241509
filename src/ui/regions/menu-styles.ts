import { css } from 'lit';

/** The menu of the selected regions, and entries of menus that show keys. */
export const regionMenuStyles = css`
  .region-menu {
    min-width: 232px;
    max-height: calc(100vh - 8px);
  }
  .region-menu hr {
    margin: 4px 8px;
    border: 0;
    border-top: 1px solid var(--le-line);
  }
  .entry-icon {
    flex: none;
    width: 16px;
    color: var(--le-muted);
  }
  .entry-name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .entry kbd {
    margin-inline-start: 12px;
    padding: 0;
    font: inherit;
    font-size: 11px;
    color: var(--le-muted);
    background: none;
    border: 0;
  }
`;
