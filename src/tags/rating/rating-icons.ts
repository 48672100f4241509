import { html, svg, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult): TemplateResult => html`<svg
  class="le-rating-icon" viewBox="0 0 24 24" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
>${shape}</svg>`;

/** What ratings are given in. Filled by CSS; of the smile only the face is, and its features stay lines. */
export const ratingIcons: Readonly<Record<string, TemplateResult>> = {
  star: icon(svg`<path d="m12 2.8 2.85 5.9 6.5.9-4.73 4.55 1.15 6.45L12 17.5l-5.77 3.1 1.15-6.45L2.65 9.6l6.5-.9z" />`),
  heart: icon(
    svg`<path d="M12 20.5C5.6 16.2 2.8 12.7 2.8 8.9c0-2.9 2.2-5.1 4.9-5.1 1.8 0 3.4 1 4.3 2.6.9-1.6 2.5-2.6 4.3-2.6 2.7 0 4.9 2.2 4.9 5.1 0 3.8-2.8 7.3-9.2 11.6z" />`,
  ),
  fire: icon(
    svg`<path d="M12.6 2.5c.5 3.3-.9 4.8-2.5 6.6-.8.9-1.3 1.7-1.4 2.7-.9-.5-1.5-1.4-1.7-2.6C5.4 11 4.5 13 4.5 15c0 3.9 3.2 6.5 7.5 6.5s7.5-2.7 7.5-6.7c0-2.6-1.3-4.6-2.4-5.8-.1 1.3-.6 2.2-1.5 2.7.5-3.6-.6-7-3-9.2z" />`,
  ),
  smile: icon(
    svg`<circle cx="12" cy="12" r="9.2" /><path class="le-rating-line" fill="none" d="M8 14.2c.9 1.5 2.3 2.3 4 2.3s3.1-.8 4-2.3M9 9.2v.6M15 9.2v.6" />`,
  ),
};
