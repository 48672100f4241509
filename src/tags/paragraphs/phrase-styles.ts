import { HUES } from './author-hues.js';

const hues = Array.from({ length: HUES }, (_, hue) => `.hue-${hue} { --hue: ${hue * (360 / HUES) + 20}; }`).join('\n');

/** The look of the list of phrases, which stands in a shadow root of its own. */
const css = `
.phrases { display: block; container-type: inline-size; }
.phrase { position: relative; padding: 2px 30px 2px 0; border-radius: 8px; outline: none; scroll-margin: 28px; }
.timed .phrase { padding-inline-start: 82px; }
.phrase[hidden] { display: none; }
.named.head { padding-top: 8px; }
.said { width: fit-content; max-width: 100%; box-sizing: border-box; white-space: pre-wrap; overflow-wrap: anywhere; }
.said:empty { min-height: 1.6em; }
.name, .side, button { -webkit-user-select: none; user-select: none; cursor: default; }
.name { font-size: 12px; font-weight: 600; line-height: 1.5; white-space: normal; overflow-wrap: anywhere; color: var(--le-text, CanvasText); }
.phrase:not(.head) .name { display: none; }

.dialogue .said {
  min-width: 24px; padding: 1px 12px 3px; border-radius: 4px 12px 12px 12px;
  background: var(--le-surface-2, color-mix(in srgb, CanvasText 6%, Canvas));
}
.dialogue .named .said { background: light-dark(oklch(0.965 0.024 var(--hue)), oklch(0.29 0.035 var(--hue))); }
.dialogue .named .name { color: light-dark(oklch(0.47 0.13 var(--hue)), oklch(0.82 0.1 var(--hue))); padding-top: 3px; }
${hues}

button {
  display: inline-grid; place-items: center; box-sizing: border-box; min-width: 24px; height: 24px; padding: 0 4px; font: inherit; font-size: 12px; line-height: 1;
  color: var(--le-muted, GrayText); background: none; border: 0; border-radius: var(--le-radius, 6px); white-space: nowrap; cursor: pointer;
}
button:hover { background: var(--le-surface-2, color-mix(in srgb, CanvasText 8%, Canvas)); color: var(--le-text, CanvasText); }
button:focus-visible { outline: 2px solid var(--le-accent, Highlight); outline-offset: -1px; }
.side { position: absolute; inset-block-start: 4px; inset-inline-start: 0; display: flex; align-items: center; gap: 2px; }
.named.head .side { inset-block-start: 29px; }
.dialogue .named.head .side { inset-block-start: 32px; }
.time { font-size: 12px; line-height: 24px; padding: 0 4px; color: var(--le-muted, GrayText); font-variant-numeric: tabular-nums; }
.play::before { content: ""; width: 9px; height: 11px; background: currentcolor; clip-path: polygon(0 0, 100% 50%, 0 100%); }
.playing .play::before { clip-path: polygon(0 0, 33% 0, 33% 100%, 67% 100%, 67% 0, 100% 0, 100% 100%, 0 100%, 0 0, 33% 0, 33% 100%, 0 100%); }
.mark { position: absolute; inset-block-start: 4px; inset-inline-end: 2px; opacity: 0; }
.named.head .mark { inset-block-start: 10px; }
.mark::before {
  content: ""; width: 12px; height: 10px; box-sizing: border-box; border-inline: 2px solid currentcolor;
  background: linear-gradient(currentcolor, currentcolor) center / 4px 2px no-repeat;
}
.phrase:hover .mark, .at-hand .mark, .mark:focus-visible { opacity: 1; }
.phrases:not(.markable) .mark, .fixed .mark { display: none; }

.said-now .said { box-shadow: inset 3px 0 0 var(--le-accent, Highlight); }
.phrases:not(.dialogue) .said-now .said { padding-inline-start: 8px; margin-inline-start: -8px; }
.said-now .time, .said-now .play { color: var(--le-accent, Highlight); }
.at-hand { background: color-mix(in srgb, var(--le-text, CanvasText) 4%, transparent); }
.phrase:focus-visible::before { content: ""; position: absolute; inset: 0; pointer-events: none; border-radius: inherit; box-shadow: inset 0 0 0 2px var(--le-accent, Highlight); }

@container (width < 420px) {
  .timed .phrase { padding-inline: 44px 26px; min-height: 46px; box-sizing: border-box; }
  .timed .named.head { min-height: 52px; }
  .side { flex-direction: column; gap: 0; align-items: start; inset-block-start: 2px; }
  .named.head .side, .dialogue .named.head .side { inset-block-start: 8px; }
  .time { height: 18px; line-height: 18px; padding: 0 2px; font-size: 11px; }
}
@media (pointer: coarse) {
  button { min-width: 36px; height: 32px; }
  .mark { opacity: 0.7; }
  .phrase { padding-inline-end: 40px; }
  .timed .phrase { padding-inline-start: 92px; }
}
@media (forced-colors: active) { .dialogue .said { border: 1px solid; } .said-now .said { outline: 2px solid Highlight; } }
`;

let made: CSSStyleSheet | undefined;

/** One sheet for all lists of the page. */
export function phraseSheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
  }
  return made;
}
