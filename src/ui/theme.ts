import { css } from 'lit';

/**
 * What a host may set: colours, radius, gap and font, as custom properties on the element. The two colours of
 * `light-dark()` are chosen by the `color-scheme` of the workbench, so a host that sets one property sets it for both.
 */
export const theme = css`
  :host {
    --le-surface: light-dark(#ffffff, #1b1c1f);
    --le-surface-2: light-dark(#f3f4f6, #27282d);
    --le-canvas: light-dark(#f8f9fa, #141517);
    --le-text: light-dark(#1b1d22, #e6e7ea);
    --le-muted: light-dark(#5c616b, #a0a4ad);
    --le-line: light-dark(#e2e4e8, #34363c);
    --le-accent: light-dark(#3458d4, #86a0ff);
    --le-accent-text: light-dark(#ffffff, #0f1424);
    --le-danger: light-dark(#c22a2a, #ff8c82);
    --le-warning: light-dark(#8a5a00, #e7b549);
    --le-radius: 6px;
    --le-gap: 8px;
    --le-font: inherit;
    display: block;
    position: relative;
    box-sizing: border-box;
    height: 100%;
    min-height: min(480px, 100dvh);
  }
  :host([hidden]) {
    display: none;
  }
  [hidden] {
    display: none !important;
  }
  /* Nothing of the page is inherited but the font, what says that all is hidden or inert, and the colour scheme. */
  .le {
    all: initial;
    display: block;
    box-sizing: border-box;
    height: 100%;
    min-height: inherit;
    visibility: inherit;
    pointer-events: inherit;
    direction: inherit;
    color-scheme: inherit;
    container: le / inline-size;
    font: inherit;
    font-family: var(--le-font);
    font-size: 13px;
    font-style: normal;
    font-weight: 400;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
    color: var(--le-text);
    background: var(--le-surface);
    -webkit-tap-highlight-color: transparent;
    outline: none;
  }
  .le[data-theme='system'] {
    color-scheme: light dark;
  }
  .le[data-theme='light'] {
    color-scheme: light;
  }
  .le[data-theme='dark'] {
    color-scheme: dark;
  }
  @media (prefers-contrast: more) {
    :host {
      --le-muted: var(--le-text);
      --le-line: light-dark(#5c616b, #a0a4ad);
    }
  }
`;
