import { itemCardStyles } from '../parts/item-card.js';
import { moveMenuStyles } from './move-menu.js';

export const boardStyles = `
${itemCardStyles}
${moveMenuStyles}
.le-rank { padding: 2px 0; }
.le-rank-board { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); gap: 8px; }
.le-rank-dragging, .le-rank-dragging * { cursor: grabbing !important; }
.le-rank-column {
  display: flex; flex-direction: column; gap: 6px; min-width: 0; min-height: 72px; padding: 6px; box-sizing: border-box;
  background: var(--le-surface-2); border: 1px solid transparent; border-radius: calc(var(--le-radius) + 3px);
}
.le-rank-target { border-color: color-mix(in srgb, var(--le-accent) 60%, transparent); }
.le-rank-stranger { background: none; border: 1px dashed var(--le-line); }
.le-rank-stranger .le-rank-title { font-style: italic; color: var(--le-muted); }
.le-rank-head { display: flex; align-items: baseline; gap: 8px; padding: 2px 6px 0; }
.le-rank-title { font-weight: 600; min-width: 0; overflow-wrap: anywhere; }
.le-rank-count { color: var(--le-muted); font-variant-numeric: tabular-nums; }
.le-rank-cards {
  flex: 1; display: flex; flex-direction: column; gap: 6px; margin: -2px; padding: 2px; list-style: none; min-height: 0; max-height: max(70cqh, 240px); overflow: auto;
  scrollbar-width: thin;
}
.le-rank-card {
  position: relative; flex: none; display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 8px; padding: 8px 6px 8px 4px; color: var(--le-text);
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius); outline: none;
  content-visibility: auto; contain-intrinsic-size: auto 64px;
}
.le-rank-fixed .le-rank-card { padding-inline-start: 10px; }
.le-rank-free .le-rank-card { cursor: grab; user-select: none; }
.le-rank-free .le-rank-card:hover { border-color: color-mix(in srgb, var(--le-text) 30%, var(--le-line)); }
.le-rank-card:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-rank-by-keys .le-rank-carried { border-color: var(--le-accent); box-shadow: 0 4px 14px rgb(0 0 0 / 0.22); background: color-mix(in srgb, var(--le-accent) 10%, var(--le-surface)); }
.le-rank-dragging .le-rank-carried { border: 1px dashed var(--le-accent); background: color-mix(in srgb, var(--le-accent) 8%, transparent); }
.le-rank-dragging .le-rank-carried > * { opacity: 0.25; }
.le-rank-grip { display: inline-flex; align-items: center; gap: 3px; height: 20px; color: var(--le-muted); font-variant-numeric: tabular-nums; touch-action: none; }
.le-rank-grip svg { opacity: 0.55; }
.le-rank-card:hover .le-rank-grip svg { opacity: 1; }
.le-rank-number { min-width: 1.2em; text-align: end; }
.le-rank-more {
  display: inline-grid; place-items: center; width: 22px; height: 20px; padding: 0; color: var(--le-muted); background: none; border: 0; border-radius: 4px; cursor: pointer; opacity: 0;
}
.le-rank-card:hover .le-rank-more, .le-rank-card:focus-within .le-rank-more { opacity: 1; }
.le-rank-more:hover { color: var(--le-text); background: var(--le-surface-2); }
.le-rank-more:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-rank-empty, .le-rank-gone { margin: 0; padding: 4px 6px; color: var(--le-muted); overflow-wrap: anywhere; }
.le-rank-empty { flex: 1; display: grid; place-items: center; min-height: 40px; border: 1px dashed var(--le-line); border-radius: var(--le-radius); text-align: center; }
.le-rank-all { font: inherit; width: 100%; min-height: 28px; color: var(--le-text); background: none; border: 1px solid var(--le-line); border-radius: var(--le-radius); cursor: pointer; }
.le-rank-all:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-rank-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.le-rank-none { margin: 0; color: var(--le-muted); }
.le-rank-ghost {
  position: fixed; inset: 0 auto auto 0; margin: 0; padding: 0; max-height: 160px; overflow: hidden; background: none; border: 0; border-radius: var(--le-radius);
  box-shadow: 0 8px 28px rgb(0 0 0 / 0.28); pointer-events: none; rotate: 0.6deg;
}
.le-rank-ghost .le-rank-card { list-style: none; }
@media (prefers-reduced-motion: reduce) { .le-rank-ghost { rotate: none; } }
@media (pointer: coarse) {
  .le-rank-more { width: 36px; height: 36px; margin: -6px -4px -6px 0; opacity: 1; }
  .le-rank-grip { height: 36px; min-width: 32px; margin-block: -6px; justify-content: center; }
}
`;
