import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../model/problem.js';
import { icons } from './icons.js';

/** How far a medium is. Sizes are in bytes; no `total`: the server did not say. */
export type MediaState =
  | { readonly is: 'loading'; readonly loaded: number; readonly total?: number }
  | { readonly is: 'failed'; readonly problem: Problem; readonly url?: string }
  | { readonly is: 'shown' };

export const mediaStateStyles = `
.le-media-note { display: grid; place-content: center; justify-items: center; gap: 8px; padding: 16px; text-align: center; color: var(--le-muted); }
.le-media-note progress { width: 160px; height: 4px; accent-color: var(--le-accent); }
.le-media-note [role=progressbar], .le-media-note .le-number { font-variant-numeric: tabular-nums; }
.le-media-card {
  display: grid; gap: 6px; justify-items: start; max-width: 420px; padding: 12px 14px; box-sizing: border-box; text-align: start;
  color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-media-card strong { display: flex; gap: 6px; align-items: center; font-weight: 600; }
.le-media-card strong .le-icon { color: var(--le-danger); flex: none; }
.le-media-card p { margin: 0; overflow-wrap: anywhere; }
.le-media-card .le-url { color: var(--le-muted); font-size: 12px; overflow-wrap: anywhere; }
.le-media-card button {
  font: inherit; margin-top: 4px; padding: 3px 10px; color: var(--le-text); background: var(--le-surface-2);
  border: 1px solid var(--le-line); border-radius: var(--le-radius); cursor: pointer;
}
.le-media-card button:focus-visible { outline: 2px solid var(--le-accent); outline-offset: 1px; }
`;

/** `1.2 MB`: bytes in the unit a person would choose. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  const [amount, unit] = count < 1e6 ? [count / 1e3, 'kB'] : count < 1e9 ? [count / 1e6, 'MB'] : [count / 1e9, 'GB'];
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}

/** A URL that fits in a line: credentials and query are left out, the middle is cut. */
export function shortUrl(url: string): string {
  if (/^data:/i.test(url)) return `${url.slice(0, 32)}…`;
  const bare = url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
  return bare.length <= 80 ? bare : `${bare.slice(0, 40)}…${bare.slice(-36)}`;
}

/** What stands in the place of a medium that is not there (yet); nothing once it is shown. */
export function mediaNote(state: MediaState, what: string, retry: () => void): TemplateResult | typeof nothing {
  if (state.is === 'shown') return nothing;
  if (state.is === 'failed') {
    return html`<div class="le-media-note"><div class="le-media-card" role="alert">
      <strong>${icons.warning}The ${what} cannot be shown</strong>
      <p>${state.problem.message}</p>
      ${state.url ? html`<span class="le-url">${shortUrl(state.url)}</span>` : nothing}
      ${state.url ? html`<button type="button" @click=${retry}>Try again</button>` : nothing}
    </div></div>`;
  }
  const { loaded, total } = state;
  const share = total ? Math.min(1, loaded / total) : undefined;
  const amount = total ? `${bytes(loaded)} of ${bytes(total)}` : loaded > 0 ? bytes(loaded) : '';
  return html`<div class="le-media-note">
    ${
      share === undefined
        ? html`<progress aria-label="Loading the ${what}"></progress>`
        : html`<progress aria-label="Loading the ${what}" max="1" .value=${share}></progress>`
    }
    <span class="le-number">Loading the ${what}${share === undefined ? '' : ` ${Math.floor(share * 100)} %`}${amount ? html` · ${amount}` : ''}</span>
  </div>`;
}
