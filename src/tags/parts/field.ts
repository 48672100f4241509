export const searchFieldStyles = `
.le-search {
  font: inherit; box-sizing: border-box; min-height: 26px; padding: 2px 8px; color: var(--le-text); background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-search::placeholder { color: var(--le-muted); opacity: 1; }
.le-search:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
`;
