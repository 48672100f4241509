import { css } from 'lit';

/** The filter, the menus and the bar of the selection; what a drag shows. */
export const listToolStyles = css`
  .list-filter {
    display: grid;
    flex: none;
    gap: 4px;
    padding: 0 6px 6px 12px;
    border-bottom: 1px solid var(--le-line);
  }
  .list-filter .line {
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
  }
  .list-filter .line > .button {
    flex: none;
  }
  .list-filter .field,
  .label-menu .field {
    flex: 1;
    min-width: 0;
    height: 28px;
    padding: 0 8px;
    font: inherit;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: var(--le-radius);
  }
  .list-filter select.field {
    padding: 0 2px;
  }
  .list-filter .lead {
    flex: 0 0 52px;
    color: var(--le-muted);
  }
  .list-filter .how {
    flex: 0 0 92px;
  }
  .list-filter .field-room {
    flex: 1;
  }
  .list-filter .standing {
    justify-content: space-between;
    color: var(--le-muted);
  }
  .list-filter .standing .button {
    font-size: 12px;
  }
  .list-choices {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .list-choices legend,
  .label-menu .heading {
    padding: 6px 8px 2px;
    font-size: 11px;
    color: var(--le-muted);
  }
  #list-view hr {
    margin: 4px 8px;
    border: 0;
    border-top: 1px solid var(--le-line);
  }
  .label-menu .field {
    width: 100%;
    margin-bottom: 4px;
  }
  .label-menu .entry-name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .bulk-bar {
    display: flex;
    align-items: center;
    gap: 1px;
    flex: none;
    min-height: 36px;
    padding: 0 6px 0 12px;
    border-top: 1px solid var(--le-line);
  }
  .bulk-bar .count {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row[data-drop='moved'] {
    opacity: 0.45;
  }
  .row[data-drop='into'] {
    box-shadow: inset 0 0 0 2px var(--le-accent);
  }
  .row[data-drop='parent'] {
    background: color-mix(in srgb, var(--le-accent) 10%, transparent);
  }
  .row[data-drop='refused'] {
    box-shadow: inset 0 0 0 2px var(--le-danger);
  }
  .regions:has([data-drop]) {
    cursor: grabbing;
  }
  .drop-line {
    position: absolute;
    inset-inline-end: 6px;
    height: 2px;
    margin-top: -1px;
    background: var(--le-accent);
    border-radius: 1px;
    pointer-events: none;
  }
  .drop-line::before {
    content: '';
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: -4px;
    width: 6px;
    height: 6px;
    background: var(--le-accent);
    border-radius: 50%;
  }
  @media (pointer: coarse) {
    .list-filter .field,
    .label-menu .field {
      height: 40px;
      font-size: 16px;
    }
    .list-filter .how {
      flex-basis: 104px;
    }
    .list-filter .lead {
      flex-basis: 60px;
    }
  }
  @media (forced-colors: active) {
    .row[data-drop='into'],
    .row[data-drop='refused'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .drop-line {
      background: Highlight;
    }
  }
`;
