import { html, svg, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult): TemplateResult => html`<svg
  class="le-icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const icons = {
  minus: icon(svg`<path d="M3.5 8h9" />`),
  plus: icon(svg`<path d="M3.5 8h9M8 3.5v9" />`),
  fit: icon(svg`<path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />`),
  previous: icon(svg`<path d="M10 3.5 5.5 8l4.5 4.5" />`),
  next: icon(svg`<path d="M6 3.5 10.5 8 6 12.5" />`),
  open: icon(svg`<path d="M4.5 6.5 8 10l3.5-3.5" />`),
  check: icon(svg`<path d="m3.5 8.5 3 3 6-7" />`),
  turnLeft: icon(svg`<path d="M3 3.5v3.5h3.5M3.3 7A5 5 0 1 1 3.6 10.5" />`),
  turnRight: icon(svg`<path d="M13 3.5v3.5H9.5M12.7 7a5 5 0 1 0-.3 3.5" />`),
  brightness: icon(
    svg`<circle cx="8" cy="8" r="2.5" /><path d="M8 2v1M8 13v1M2 8h1M13 8h1M3.8 3.8l.7.7M11.5 11.5l.7.7M3.8 12.2l.7-.7M11.5 4.5l.7-.7" />`,
  ),
  contrast: icon(svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />`),
  view: icon(
    svg`<path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8z" /><circle cx="8" cy="8" r="1.8" />`,
  ),
  toRegion: icon(
    svg`<path d="M2.5 5V2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11" /><rect x="5.5" y="5.5" width="5" height="5" />`,
  ),
  play: icon(svg`<path d="M5 3.2v9.6L12.5 8z" fill="currentColor" stroke-linejoin="round" />`),
  pause: icon(svg`<path d="M5.5 3.5v9M10.5 3.5v9" stroke-width="2.4" />`),
  stepBack: icon(svg`<path d="M10.5 4 6 8l4.5 4zM4 4v8" />`),
  stepForward: icon(svg`<path d="m5.5 4 4.5 4-4.5 4zM12 4v8" />`),
  loop: icon(svg`<path d="M11 2.5 13 4.5l-2 2M13 4.5H5.5a3 3 0 0 0-3 3M5 13.5l-2-2 2-2M3 11.5h7.5a3 3 0 0 0 3-3" />`),
  volume: icon(svg`<path d="M2.5 6.2v3.6h2.3L8 12.5v-9L4.8 6.2zM10.4 5.8a3 3 0 0 1 0 4.4M12.3 4a5.6 5.6 0 0 1 0 8" />`),
  muted: icon(svg`<path d="M2.5 6.2v3.6h2.3L8 12.5v-9L4.8 6.2zM10.5 6.2l3.5 3.6M14 6.2l-3.5 3.6" />`),
  key: icon(svg`<path d="M8 3 13 8l-5 5-5-5z" />`),
  keyAdd: icon(svg`<path d="M8 2.5 13.5 8 8 13.5 2.5 8zM8 6v4M6 8h4" />`),
  keyRemove: icon(svg`<path d="M8 2.5 13.5 8 8 13.5 2.5 8zM6 8h4" />`),
  keyBefore: icon(svg`<path d="M10.5 4.5 14 8l-3.5 3.5L7 8zM5 4.5 1.5 8 5 11.5" />`),
  keyAfter: icon(svg`<path d="M5.5 4.5 9 8l-3.5 3.5L2 8zM11 4.5 14.5 8 11 11.5" />`),
  lifespan: icon(svg`<path d="M2 8h7M9 4.5v7M11.5 8h.1M14 8h.1" />`),
  split: icon(svg`<path d="M8 2.5v11M5.5 5.5 3 8l2.5 2.5M10.5 5.5 13 8l-2.5 2.5" />`),
  playRegion: icon(svg`<path d="M2.5 3v10M13.5 3v10" /><path d="M6 5v6l4.5-3z" fill="currentColor" />`),
  amplitude: icon(svg`<path d="M2.5 7v2M5.2 4.5v7M8 2.5v11M10.8 5v6M13.5 7v2" />`),
  cross: icon(svg`<path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />`),
  points: icon(
    svg`<path d="M4 5h.1M8 3.5h.1M12 5.5h.1M5.5 8.5h.1M10 8h.1M3.5 12h.1M8 12.5h.1M12.5 11.5h.1" stroke-width="2.2" />`,
  ),
  top: icon(svg`<path d="M8 1.8v4.4M5.8 4.4 8 6.6l2.2-2.2M2.5 11.2 8 8.5l5.5 2.7L8 14z" />`),
  sides: icon(svg`<path d="M2.5 3h11v10h-11zM9.5 3v10M9.5 6.3h4M9.5 9.6h4" />`),
  focus: icon(
    svg`<path d="M8 4.5 11.5 6v4L8 11.5 4.5 10V6zM4.5 6 8 7.5 11.5 6M8 7.5v4" /><path d="M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3" />`,
  ),
  heights: icon(svg`<path d="M8 2.5v11M5.5 5 8 2.5 10.5 5M5.5 11 8 13.5l2.5-2.5" />`),
  info: icon(svg`<circle cx="8" cy="8" r="5.8" /><path d="M8 7.3v3.9M8 4.9v.1" />`),
  invert: icon(
    svg`<rect x="2.5" y="2.5" width="11" height="11" rx="1.5" /><path d="M2.5 13.5 13.5 2.5v11z" fill="currentColor" stroke="none" />`,
  ),
  warning: icon(svg`<path d="M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1" />`),
};
