import { html, nothing, type TemplateResult } from 'lit';

export const hotkeyBadgeStyles = `
.le-key {
  font: inherit; font-size: 11px; line-height: 16px; min-width: 16px; padding: 0 3px; box-sizing: border-box;
  border-radius: 4px; text-align: center; color: var(--le-muted); background: var(--le-surface-2);
  font-variant-numeric: tabular-nums;
}
.le-key::before { content: attr(data-key); }
@media (pointer: coarse) { .le-key { display: none; } }
`;

/** The first of a list of combinations, in which the comma can be a key itself. */
const first = (keys: string): string => /^\s*(?:[^,+]+\+)*(?:[^,+]+|.)/.exec(keys)?.[0].trim() ?? keys;
const word = (key: string): string => (key.length > 1 ? key[0]?.toUpperCase() + key.slice(1) : key.toUpperCase());

/** `ctrl+k, x` as a person reads it: `Ctrl K`. */
export const hotkeyText = (keys: string): string =>
  first(keys)
    .split(/\+(?=.)/)
    .map(word)
    .join(' ');

/** The key that does the same. Drawn by CSS, so that it is part of neither the text nor the name of a button. */
export const hotkeyBadge = (keys: string | undefined): TemplateResult | typeof nothing =>
  keys ? html`<kbd class="le-key" aria-hidden="true" data-key=${hotkeyText(keys)}></kbd>` : nothing;
