import { html, svg, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult): TemplateResult => html`<svg
  class="le-icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const pageIcons = {
  width: icon(svg`<path d="M2.5 3v10M13.5 3v10M5 8h6M6.5 6 4.7 8l1.8 2M9.5 6l1.8 2-1.8 2" />`),
  text: icon(
    svg`<path d="M5.5 2.5H7c.6 0 1 .4 1 1v9c0 .6-.4 1-1 1H5.5M10.5 2.5H9c-.6 0-1 .4-1 1M8 12.5c0 .6.4 1 1 1h1.5M2.5 6v4M13.5 6v4" />`,
  ),
  lock: icon(svg`<path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />`),
};
