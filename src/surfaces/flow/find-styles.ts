/** The look of the find bar, fetched with it. */
export const findStyles = `
.le-flow-find {
  position: sticky;
  inset: 0 auto auto 0;
  z-index: 3;
  box-sizing: border-box;
  writing-mode: horizontal-tb;
  direction: ltr;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px;
  padding: 5px 38px 5px 8px;
  font-size: 13px;
  line-height: 1.4;
  color: var(--le-text, CanvasText);
  background: var(--le-surface-2, Canvas);
  border-bottom: 1px solid var(--le-line, GrayText);
  -webkit-user-select: none;
  user-select: none;
}
.le-flow-find[hidden], .le-flow-find [hidden] { display: none; }
.le-flow-find input {
  flex: 1 1 90px;
  min-width: 80px;
  max-width: 280px;
  box-sizing: border-box;
  height: 26px;
  padding: 2px 8px;
  font: inherit;
  color: inherit;
  background: var(--le-surface, Field);
  border: 1px solid var(--le-line, GrayText);
  border-radius: var(--le-radius, 6px);
  -webkit-user-select: text;
  user-select: text;
}
.le-flow-find input[aria-invalid='true'] { border-color: var(--le-danger, #c22a2a); }
.le-flow-find-count { min-width: 7.5ch; color: var(--le-muted, GrayText); font-variant-numeric: tabular-nums; white-space: nowrap; }
.le-flow-find button {
  box-sizing: border-box;
  height: 26px;
  min-width: 26px;
  padding: 0 4px;
  font: inherit;
  color: inherit;
  background: none;
  border: 1px solid transparent;
  border-radius: var(--le-radius, 6px);
  cursor: pointer;
}
.le-flow-find button:hover:enabled { background: color-mix(in srgb, var(--le-text, CanvasText) 8%, transparent); }
.le-flow-find button:disabled { opacity: 0.45; cursor: default; }
.le-flow-find button[aria-pressed='true'] {
  color: var(--le-accent, LinkText);
  border-color: currentcolor;
  background: color-mix(in srgb, var(--le-accent, LinkText) 12%, transparent);
}
.le-flow-find :is(input, button):focus-visible { outline: 2px solid var(--le-accent, Highlight); outline-offset: -1px; }
.le-flow-find .le-flow-find-word { text-decoration: underline; text-underline-offset: 3px; }
.le-flow-find .le-flow-find-wide { padding: 0 8px; border-color: var(--le-line, GrayText); }
.le-flow-find button[aria-label='Close'] { position: absolute; top: 5px; right: 8px; font-size: 16px; line-height: 1; }
.le-flow-find-note { flex: 1 0 100%; margin: 0; color: var(--le-muted, GrayText); }
@media (pointer: coarse) {
  .le-flow-find :is(input, button) { height: 36px; min-width: 36px; }
}
`;
