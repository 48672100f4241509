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
  warning: icon(svg`<path d="M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1" />`),
};
