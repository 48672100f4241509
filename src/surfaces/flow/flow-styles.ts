/** The look of the surface. Classes are prefixed, as the surface may stand in a plain document. */
export const flowStyles = `
.le-flow {
  box-sizing: border-box;
  position: relative;
  width: 100%;
  height: 100%;
  max-height: inherit;
  overflow: auto;
  color: var(--le-text, CanvasText);
  scroll-padding-block-start: var(--le-flow-bar, 0px);
  outline: none;
}
.le-flow:focus-visible { outline: 2px solid var(--le-accent, Highlight); outline-offset: -2px; }
.le-flow-sheet { position: relative; box-sizing: border-box; min-height: calc(100% - var(--le-flow-bar, 0px)); padding: 10px 18px 14px; }
.le-flow-text {
  position: relative;
  font-size: max(1em, 15px);
  line-height: 2;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  tab-size: 4;
  cursor: var(--le-flow-cursor, text);
  -webkit-user-select: text;
  user-select: text;
}
.le-flow-text.le-flow-laid { isolation: isolate; font-size: inherit; line-height: 1.8; white-space: normal; overflow-wrap: break-word; tab-size: 8; }
.le-flow-far { content-visibility: auto; contain-intrinsic-block-size: auto calc(var(--le-flow-rows) * 1lh); }
.le-flow-hit .le-flow-text { cursor: var(--le-flow-over, pointer); }
.le-flow-line.le-flow-roomy { line-height: 3; padding-block-end: 0.5em; }
.le-flow-captioned .le-flow-text { line-height: 2.6; }
.le-flow-captioned .le-flow-line.le-flow-roomy { line-height: 3.4; }
.le-flow-captioned { --le-flow-leading: 2.4; }
.le-flow-fixed .le-flow-text { -webkit-user-select: none; user-select: none; cursor: var(--le-flow-cursor, default); }
.le-flow-numbered .le-flow-group { counter-reset: le-line calc(1 - var(--le-flow-step, 1) + var(--le-flow-before)); }
.le-flow-numbered .le-flow-line { counter-increment: le-line var(--le-flow-step, 1); padding-inline-start: 3.6em; }
.le-flow-numbered .le-flow-line::before {
  content: counter(le-line);
  display: inline-block;
  box-sizing: border-box;
  inline-size: 3.6em;
  margin-inline-start: -3.6em;
  padding-inline-end: 1em;
  text-align: end;
  font-size: 1em;
  font-variant-numeric: tabular-nums;
  color: var(--le-muted, GrayText);
  -webkit-user-select: none;
  user-select: none;
}
.le-flow-under, .le-flow-over { position: absolute; inset: 0; pointer-events: none; }
.le-flow-over { -webkit-user-select: none; user-select: none; }
/* What is laid out may have a background; the boxes are see-through. */
.le-flow-sheet:has(> .le-flow-laid) > .le-flow-under { z-index: 1; }
.le-flow-box { position: absolute; box-sizing: content-box; border-radius: 2px; }
.le-flow-caption {
  position: absolute;
  transform: translateY(-100%);
  max-inline-size: 14em;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  padding-inline: 4px;
  border-radius: 3px;
  font-size: 10px;
  font-weight: 500;
  line-height: 14px;
  letter-spacing: 0.01em;
  color: color-mix(in oklab, var(--le-flow-colour) 35%, CanvasText);
  background: color-mix(in oklab, var(--le-flow-colour) 20%, Canvas);
}
.le-flow-caption.le-flow-upright { transform: none; }
.le-flow-caption.le-flow-dashed { outline: 1px dashed color-mix(in oklab, var(--le-flow-colour) 70%, CanvasText); outline-offset: -1px; }
.le-flow-caption.le-flow-strong { background: color-mix(in oklab, var(--le-flow-colour) 55%, Canvas); color: CanvasText; }
.le-flow-grip {
  position: absolute;
  width: 24px;
  min-height: 24px;
  margin-left: -6px;
  pointer-events: auto;
  touch-action: none;
  --le-flow-ink: color-mix(in oklab, var(--le-flow-colour) 75%, CanvasText);
}
.le-flow-grip[hidden] { display: none; }
.le-flow-grip.le-flow-grip-start { margin-left: -18px; }
.le-flow-grip::before, .le-flow-grip::after {
  content: '';
  position: absolute;
  background: var(--le-flow-ink);
}
.le-flow-grip::before { left: 5px; top: -1px; bottom: -1px; width: 2px; }
.le-flow-grip::after { left: 1px; bottom: -9px; width: 10px; height: 10px; border-radius: 50%; }
.le-flow-grip-start::before { left: auto; right: 5px; }
.le-flow-grip-start::after { left: auto; right: 1px; bottom: auto; top: -9px; }
/* A mouse is exact, and would else not get at the words beside. */
.le-flow-fine .le-flow-grip { width: 10px; margin-left: -5px; }
.le-flow-fine .le-flow-grip::before { left: 4px; right: auto; }
.le-flow-fine .le-flow-grip::after { left: 0; right: auto; }
/* Where lines are vertical, all of it lies on its side. */
.le-flow-grip.le-flow-upright { height: 24px; min-width: 24px; min-height: 0; margin: -6px 0 0; }
.le-flow-grip.le-flow-upright.le-flow-grip-start { margin-top: -18px; }
.le-flow-upright.le-flow-grip::before { inset: 5px -1px auto; width: auto; height: 2px; }
.le-flow-upright.le-flow-grip::after { inset: 1px auto auto -9px; }
.le-flow-upright.le-flow-grip-start::before { inset: auto -1px 5px; }
.le-flow-upright.le-flow-grip-start::after { inset: auto -9px 1px auto; }
.le-flow-fine .le-flow-grip.le-flow-upright { height: 10px; margin-top: -5px; }
.le-flow-fine .le-flow-grip.le-flow-upright::before { inset: 4px -1px auto; }
.le-flow-fine .le-flow-grip.le-flow-upright::after { top: 0; bottom: auto; }
.le-flow-caret {
  position: absolute;
  width: 2px;
  margin-left: -1px;
  border-radius: 1px;
  background: var(--le-accent, currentcolor);
}
.le-flow-caret.le-flow-upright { height: 2px; margin: -1px 0 0; }
.le-flow-caret[hidden] { display: none; }
.le-flow-place { position: absolute; }
.le-flow-empty { margin: 0; padding: 24px 0; text-align: center; color: var(--le-muted, GrayText); }
.le-flow-said {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (prefers-reduced-motion: no-preference) {
  .le-flow-caret { animation: le-flow-blink 1.1s steps(2, jump-none) infinite; }
  @keyframes le-flow-blink { 60% { opacity: 1; } 100% { opacity: 0; } }
}
`;

/** What a text with style sheets of its own starts from: nothing of the page's, but colours that suit the editor's. */
export const contentStyles = `
:host {
  all: initial;
  display: block;
  color-scheme: inherit;
  color: var(--le-text, CanvasText);
  font-family: inherit;
  font-size: max(1em, 15px);
  line-height: var(--le-flow-leading, 1.8);
  overflow-wrap: break-word;
  cursor: inherit;
  direction: inherit;
  -webkit-user-select: inherit;
  user-select: inherit;
}
`;
