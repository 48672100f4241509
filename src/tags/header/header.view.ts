import type { View } from '../../contract/view.js';
import { flag, number, text } from '../parts/attributes.js';
import { dress } from '../parts/inline-style.js';

/**
 * A heading of size 1 to 6; sizes beyond that, which configs in use have, count as the nearest. The size is a matter of
 * looks, and most configs leave it at 4: what a screen reader is told is that it stands below the page's own heading.
 */
export const headerView: View = {
  styles: `
.le-header { margin: 8px 0 4px; font-weight: 600; line-height: 1.3; color: inherit; white-space: pre-line; overflow-wrap: anywhere; }
.le-header:where(h1) { font-size: 22px; } .le-header:where(h2) { font-size: 19px; } .le-header:where(h3) { font-size: 16px; }
.le-header:where(h4) { font-size: 14px; } .le-header:where(h5) { font-size: 13px; } .le-header:where(h6) { font-size: 12px; color: var(--le-muted); }
`,
  mount(host, { node: { attributes } }) {
    const size = Math.min(6, Math.max(1, Math.round(number(attributes, 'size') ?? 4)));
    const heading = document.createElement(`h${size}`);
    heading.className = 'le-header';
    heading.ariaLevel = size > 4 ? '3' : '2';
    const { value } = attributes;
    heading.textContent = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
    if (flag(attributes, 'underline')) heading.style.textDecoration = 'underline';
    dress(heading, { style: text(attributes, 'style'), className: text(attributes, 'className') });
    host.append(heading);
  },
};
