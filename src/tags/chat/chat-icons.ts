import { html, svg, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult): TemplateResult => html`<svg
  class="le-icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const chatIcons = {
  send: icon(svg`<path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7" />`),
  newest: icon(svg`<path d="M8 3.5v9M4.5 9 8 12.5 11.5 9" />`),
  edit: icon(svg`<path d="m3 13 .6-2.6 7-7a1.4 1.4 0 0 1 2 2l-7 7zM9.6 4.4l2 2" />`),
  remove: icon(svg`<path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.5M9.2 7v3.5" />`),
  tool: icon(
    svg`<path d="M10.5 2.7a3.2 3.2 0 0 0-4 4.1l-3.7 3.7a1.4 1.4 0 0 0 2 2l3.8-3.7a3.2 3.2 0 0 0 4-4l-2 1.9-1.6-.4-.4-1.6z" />`,
  ),
};
