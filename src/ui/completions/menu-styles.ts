import { css } from 'lit';

/** The menu of a tab, and the list of all completions. */
export const menuStyles = css`
  .tab-menu {
    width: 224px;
    max-height: calc(100vh - 8px);
  }
  .tab-menu hr {
    margin: 4px 8px;
    border: 0;
    border-top: 1px solid var(--le-line);
  }
  .tab-menu .entry > .icon {
    color: var(--le-muted);
  }
  .tab-menu .entry.danger,
  .tab-menu .entry.danger > .icon {
    color: var(--le-danger);
  }
  .tab-menu .entry[aria-checked='true'] > .icon {
    fill: currentColor;
    color: light-dark(#b27a00, #f2c14e);
  }
  .all-completions {
    display: flex;
    flex-direction: column;
    width: 288px;
    max-width: 100%;
    max-height: min(60vh, 440px);
  }
  .all-completions input {
    flex: none;
    height: 30px;
    margin-block-end: 4px;
    padding: 0 8px;
    font: inherit;
    color: var(--le-text);
    background: var(--le-surface-2);
    border: 0;
    border-radius: var(--le-radius);
  }
  .all-completions [role='listbox'] {
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .all-completions .entry {
    content-visibility: auto;
    contain-intrinsic-block-size: 28px;
    cursor: pointer;
  }
  .all-completions .entry[aria-selected='true'] {
    background: color-mix(in srgb, var(--le-accent) 14%, transparent);
  }
  .all-completions .entry > .completion-name {
    flex: 1;
    max-width: none;
  }
  .all-completions .icon {
    color: var(--le-muted);
  }
  .all-completions .ground-truth .icon {
    color: inherit;
  }
`;
