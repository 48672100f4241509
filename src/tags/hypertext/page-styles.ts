import { SHOWS } from './stand-ins.js';

/** The class of the element that a document's body became. */
export const PAGE = 'le-page';

/**
 * How a page looks before its own style sheets have a say. One that brings colours was made for white paper, and is shown
 * on it in the dark too.
 */
export const pageStyles = `
:where(.${PAGE}) { position: relative; box-sizing: border-box; contain: layout; text-align: start; }
:where(.${PAGE}.le-paper) { color-scheme: light; color: #1c1d20; background: #fff; padding: 14px clamp(10px, 3cqi, 20px); border-radius: 4px; }
:where(.${PAGE}) :where(p, ul, ol, dl, blockquote, pre, table, figure) { margin-block: 0 0.8em; }
:where(.${PAGE}) :where(blockquote, figure) { margin-inline: 1.5em; }
:where(.${PAGE}) :where(h1, h2, h3, h4, h5, h6) { margin-block: 0.9em 0.4em; line-height: 1.35; }
:where(.${PAGE}) :where(h1) { font-size: 1.5em; }
:where(.${PAGE}) :where(h2) { font-size: 1.3em; }
:where(.${PAGE}) :where(h3) { font-size: 1.15em; }
:where(.${PAGE}) :where(h4, h5, h6) { font-size: 1em; }
:where(.${PAGE} > :first-child) { margin-block-start: 0; }
:where(.${PAGE} > :last-child) { margin-block-end: 0; }
:where(.${PAGE}) :where(img, video, svg) { max-width: 100%; }
:where(.${PAGE}) :where(img, video) { height: auto; vertical-align: middle; }
:where(.${PAGE}) :where(pre, code, kbd, samp, tt) { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.92em; }
:where(.${PAGE}) :where(pre) { white-space: pre-wrap; }
:where(.${PAGE}) :where(a[href], [data-le-link]) { color: light-dark(#1a56c4, #9db4ff); text-decoration: underline; text-underline-offset: 2px; }
:where(.${PAGE}) :where([data-le-link]) { cursor: inherit; }
.${PAGE} [hidden] { display: none !important; }
.${PAGE} [${SHOWS}]::before {
  content: attr(${SHOWS}); display: inline-block; max-width: 100%; box-sizing: border-box; padding: 1px 7px; overflow: hidden;
  text-overflow: ellipsis; white-space: pre; vertical-align: middle; font: 12px/1.5 system-ui, sans-serif; color: GrayText;
  border: 1px solid color-mix(in srgb, GrayText 45%, transparent); border-radius: 4px; -webkit-user-select: none; user-select: none;
}
`;

/** What a document cannot do to its page: leave its place, or hide all of it. */
export const pageGuard = `@layer le-guard { .${PAGE} {
  position: relative !important; inset: auto !important; float: none !important; display: block !important;
  visibility: visible !important; opacity: 1 !important; overflow: visible !important; height: auto !important;
  min-height: 0 !important; max-height: none !important; transform: none !important; contain: layout !important;
} }`;
