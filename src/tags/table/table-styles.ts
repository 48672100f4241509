export const tableStyles = `
.le-table {
  margin-block-end: 4px; max-height: max(160px, 60cqh); overflow: auto; box-sizing: border-box; overscroll-behavior: contain;
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-table > table { table-layout: fixed; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; outline: none; }
.le-table th, .le-table td {
  box-sizing: border-box; padding: 0 10px; text-align: start; vertical-align: top; border-block-end: 1px solid var(--le-line);
  border-inline-end: 1px solid var(--le-line); scroll-margin-block-start: 30px;
}
.le-table tr > :last-child { border-inline-end-color: transparent; }
.le-table tbody > tr:last-child > td { border-block-end-color: transparent; }
.le-table th {
  position: sticky; top: 0; z-index: 1; height: 29px; font-weight: 600; color: var(--le-muted); background: var(--le-surface-2);
  white-space: nowrap; cursor: pointer; user-select: none;
}
.le-table th > span { display: block; overflow: hidden; text-overflow: ellipsis; line-height: 28px; }
.le-table th:hover { color: var(--le-text); }
.le-table th[aria-sort="ascending"] > span::before { content: "↑ " / ""; color: var(--le-accent); }
.le-table th[aria-sort="descending"] > span::before { content: "↓ " / ""; color: var(--le-accent); }
.le-table-large td { height: 28px; }
.le-table-large td > div { overflow: hidden; white-space: pre; text-overflow: ellipsis; line-height: 27px; max-height: 27px; }
.le-table-small td { padding-block: 5px; }
.le-table-small td > div {
  white-space: pre-wrap; overflow-wrap: anywhere; line-height: 18px; max-height: 108px; overflow: hidden;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6;
}
.le-table .le-table-number { text-align: end; }
.le-table .le-table-key { color: var(--le-muted); }
.le-table .le-table-null { color: var(--le-muted); font-style: italic; }
.le-table tbody > tr:hover > td { background: color-mix(in srgb, var(--le-surface-2) 60%, transparent); }
.le-table tbody > tr > td.le-table-picked { background: color-mix(in srgb, var(--le-accent) 14%, transparent); }
.le-table th.le-table-picked, .le-table th.le-table-active { background: color-mix(in srgb, var(--le-accent) 14%, var(--le-surface-2)); }
.le-table > table:focus .le-table-active { outline: 2px solid var(--le-accent); outline-offset: -2px; }
.le-table:not(:focus-within) .le-table-active { outline: 1px solid var(--le-line); outline-offset: -1px; }
.le-table-whole {
  position: fixed; inset: auto; margin: 0; padding: 8px 12px; box-sizing: border-box; max-width: min(560px, calc(100vw - 16px)); max-height: min(320px, 60vh);
  overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; line-height: 1.5; color: var(--le-text); background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: var(--le-radius); box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
}
.le-table-whole:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-table-size, .le-table-fault { margin: 4px 2px 0; color: var(--le-muted); }
.le-table-fault { color: var(--le-danger); overflow-wrap: anywhere; }
@media (forced-colors: active) { .le-table .le-table-picked { outline: 1px solid Highlight; } }
`;
