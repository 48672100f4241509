/** The look of the surface. Classes are prefixed, as the surface may stand in a plain document. */
export const timeStyles = `
.le-time {
  position: relative;
  isolation: isolate;
  box-sizing: border-box;
  display: flex;
  flex-direction: column;
  width: 100%;
  height: 100%;
  overflow: hidden;
  contain: layout paint style;
  direction: ltr;
  touch-action: none;
  -webkit-user-select: none;
  user-select: none;
  -webkit-tap-highlight-color: transparent;
  color: var(--le-text, CanvasText);
  background: var(--le-surface, Canvas);
  outline: none;
  font-variant-numeric: tabular-nums;
}
.le-time:focus-visible::after {
  content: '';
  position: absolute;
  inset: 0;
  z-index: 5;
  outline: 2px solid var(--le-accent, Highlight);
  outline-offset: -2px;
  pointer-events: none;
}
.le-time [hidden] { display: none; }
.le-time canvas { position: absolute; left: 0; top: 0; display: block; max-width: none; pointer-events: none; }
.le-time-overview, .le-time-ruler { position: relative; flex: none; overflow: hidden; }
.le-time-overview { background: var(--le-surface-2, color-mix(in srgb, CanvasText 5%, Canvas)); }
/* Lines that take no room: what is painted has the whole height. */
.le-time-ruler, .le-time-ground { --le-time-line: var(--le-line, color-mix(in srgb, CanvasText 15%, Canvas)); }
.le-time-ruler { box-shadow: inset 0 -1px var(--le-time-line); }
.le-time-overview:not([hidden]) + .le-time-ruler { box-shadow: inset 0 1px var(--le-time-line), inset 0 -1px var(--le-time-line); }
.le-time-field { position: relative; flex: 1 1 auto; min-height: 0; overflow: hidden; }
.le-time-ground {
  position: absolute;
  left: 0;
  right: 0;
  box-shadow: inset 0 1px var(--le-time-line);
  background: color-mix(in srgb, var(--le-surface-2, ButtonFace) 60%, var(--le-surface, Canvas));
}
.le-time-empty {
  position: absolute;
  inset-inline: 0;
  bottom: 0;
  top: 0;
  display: grid;
  place-items: center;
  margin: 0;
  color: var(--le-muted, GrayText);
  font-size: 12px;
  pointer-events: none;
}
.le-time-window {
  position: absolute;
  left: 0;
  top: 0;
  bottom: 0;
  box-sizing: border-box;
  border: 1.5px solid var(--le-accent, Highlight);
  border-radius: 3px;
  box-shadow: 0 0 0 100vmax color-mix(in srgb, var(--le-surface, Canvas) 55%, transparent);
  pointer-events: none;
}
.le-time-window::before, .le-time-window::after {
  content: '';
  position: absolute;
  top: 50%;
  width: 4px;
  height: 12px;
  margin-top: -6px;
  border-radius: 2px;
  background: var(--le-accent, Highlight);
}
.le-time-window.le-time-all { border-color: var(--le-line, GrayText); }
.le-time-window.le-time-all::before, .le-time-window.le-time-all::after { background: var(--le-muted, GrayText); }
.le-time-window.le-time-slim::before, .le-time-window.le-time-slim::after { content: none; }
.le-time-window::before { left: -2.5px; }
.le-time-window::after { right: -2.5px; }
.le-time-mote {
  position: absolute;
  left: 0;
  top: 0;
  bottom: 0;
  width: 1px;
  background: var(--le-time-cursor, var(--le-text, CanvasText));
  pointer-events: none;
  will-change: transform;
}
.le-time-over { position: absolute; right: 0; bottom: 0; overflow: hidden; contain: strict; pointer-events: none; z-index: 2; }
.le-time-cell {
  position: absolute;
  left: 0;
  bottom: 0;
  background: color-mix(in srgb, var(--le-time-cursor, var(--le-text, CanvasText)) 8%, transparent);
  will-change: transform;
}
.le-time-hair {
  position: absolute;
  left: 0;
  top: 0;
  bottom: 0;
  width: 1px;
  background: color-mix(in srgb, var(--le-text, CanvasText) 35%, transparent);
}
.le-time-tip {
  position: absolute;
  top: 3px;
  padding: 0 6px;
  transform: translateX(-50%);
  border-radius: 4px;
  font-size: 11px;
  font-weight: 500;
  line-height: 17px;
  white-space: nowrap;
  color: var(--le-surface, Canvas);
  background: var(--le-text, CanvasText);
}
.le-time-playhead { position: absolute; left: 0; top: 0; bottom: 0; width: 0; outline: none; will-change: transform; }
.le-time-playhead::before {
  content: '';
  position: absolute;
  top: 0;
  bottom: 0;
  width: var(--le-time-cursor-width, 1px);
  left: calc(var(--le-time-cursor-width, 1px) / -2);
  background: var(--le-time-cursor, var(--le-text, CanvasText));
}
.le-time-head {
  position: absolute;
  left: -6px;
  top: 0;
  width: 12px;
  height: 13px;
  border-radius: 3px 3px 0 0;
  clip-path: polygon(0 0, 100% 0, 100% 55%, 50% 100%, 0 55%);
  background: var(--le-time-cursor, var(--le-text, CanvasText));
  pointer-events: auto;
  cursor: ew-resize;
}
.le-time-playhead:focus-visible .le-time-head, .le-time-playhead:focus-visible::before { background: var(--le-accent, Highlight); }
.le-time-thumb {
  position: absolute;
  right: 2px;
  top: 0;
  width: 6px;
  border-radius: 3px;
  background: color-mix(in srgb, var(--le-text, CanvasText) 28%, transparent);
}
.le-time-thumb:hover { background: color-mix(in srgb, var(--le-text, CanvasText) 45%, transparent); }
.le-time-inks { position: absolute; width: 0; height: 0; overflow: hidden; visibility: hidden; }
.le-time-inks > * { transition: color 1ms; }
.le-time-ink-text { color: var(--le-text, CanvasText); }
.le-time-ink-muted { color: var(--le-muted, GrayText); }
.le-time-ink-line { color: var(--le-line, color-mix(in srgb, CanvasText 18%, Canvas)); }
.le-time-ink-surface { color: var(--le-surface, Canvas); }
.le-time-ink-raised { color: var(--le-surface-2, color-mix(in srgb, CanvasText 6%, Canvas)); }
.le-time-ink-accent { color: var(--le-accent, Highlight); }
.le-time-ink-wave { color: var(--le-wave, color-mix(in oklab, color-mix(in oklab, var(--le-accent, Highlight) 45%, var(--le-muted, GrayText)) 82%, var(--le-surface, Canvas))); }
.le-time-said {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (forced-colors: active) {
  .le-time-inks > * { forced-color-adjust: none; color: CanvasText; }
  .le-time-inks > .le-time-ink-surface, .le-time-inks > .le-time-ink-raised { color: Canvas; }
  .le-time-inks > .le-time-ink-accent { color: Highlight; }
  .le-time-inks > .le-time-ink-line { color: GrayText; }
  .le-time-playhead::before, .le-time-head, .le-time-hair, .le-time-mote, .le-time-thumb { forced-color-adjust: none; background: CanvasText; }
  .le-time-tip { forced-color-adjust: none; background: CanvasText; color: Canvas; }
  .le-time-window { box-shadow: none; }
  .le-time-ruler, .le-time-ground { outline: 1px solid CanvasText; outline-offset: -1px; }
}
`;
