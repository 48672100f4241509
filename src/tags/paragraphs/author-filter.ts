import { html, nothing, type TemplateResult } from 'lit';
import { observable, runInAction } from '../../reactive/index.js';
import { icons } from '../parts/icons.js';
import type { Phrase } from './read-phrases.js';

/** From this number of authors on they can be searched. */
const MANY = 8;
/** More than this nobody reads; others are found by searching. */
const MOST = 200;
/** CSS pixels between the button and its list. */
const GAP = 4;

export const authorFilterStyles = `
.le-bar .le-authors > button { display: inline-flex; gap: 4px; align-items: center; white-space: nowrap; }
.le-bar .le-authors > button[data-narrowed] { color: var(--le-accent); }
.le-authors-list {
  position: fixed; inset: auto; margin: 0; padding: 4px; box-sizing: border-box; min-width: 200px; max-width: min(320px, calc(100vw - 16px)); max-height: 320px; overflow: auto;
  color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: calc(var(--le-radius) + 2px); box-shadow: 0 8px 24px rgb(0 0 0 / 0.18);
}
.le-authors-list .le-search { width: 100%; margin-bottom: 4px; }
.le-authors-row { display: flex; align-items: center; border-radius: var(--le-radius); }
.le-authors-row:hover, .le-authors-row:focus-within { background: var(--le-surface-2); }
.le-bar .le-authors-row label { flex: 1; min-width: 0; gap: 8px; min-height: 28px; padding: 0 6px; cursor: pointer; }
.le-authors-row input { flex: none; accent-color: var(--le-accent); margin: 0; }
.le-authors-row span { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.le-authors-row small { font-size: 12px; color: var(--le-muted); font-variant-numeric: tabular-nums; }
.le-bar .le-authors-row button { font-size: 12px; height: 22px; opacity: 0; }
.le-authors-row:hover button, .le-authors-row:focus-within button { opacity: 1; }
.le-authors-all { border-bottom: 1px solid var(--le-line); border-radius: 0; margin-bottom: 4px; padding-bottom: 4px; }
.le-authors-none { margin: 0; padding: 6px; color: var(--le-muted); overflow-wrap: anywhere; }
@media (pointer: coarse) { .le-bar .le-authors-row label { min-height: 36px; } .le-bar .le-authors-row button { opacity: 1; } }
`;

let filters = 0;

/** Which authors are shown. Observable. */
export class AuthorFilter {
  /** With the number of their phrases, in the order in which they speak first. */
  readonly #authors: ReadonlyMap<string, number>;
  readonly #state = observable({ hidden: new Set<string>() as ReadonlySet<string>, query: '' });
  readonly #id = `le-authors-${++filters}`;

  constructor(phrases: readonly Phrase[]) {
    const authors = new Map<string, number>();
    for (const { author } of phrases) authors.set(author, (authors.get(author) ?? 0) + 1);
    this.#authors = authors;
  }

  /** Whether there are any to choose between. */
  get isNeeded(): boolean {
    return this.#authors.size > 1;
  }

  get isNarrowed(): boolean {
    return this.#state.hidden.size > 0;
  }

  get isEmpty(): boolean {
    return this.#authors.size > 0 && this.#state.hidden.size === this.#authors.size;
  }

  isHidden(author: string): boolean {
    return this.#state.hidden.has(author);
  }

  showAll(): void {
    this.#hide(new Set());
  }

  template(): TemplateResult {
    const { size } = this.#authors;
    const shown = size - this.#state.hidden.size;
    const said = this.isNarrowed ? `${shown} of ${size}` : String(size);
    return html`<span class="le-authors" @keydown=${keep}><button
        type="button" popovertarget=${this.#id} aria-haspopup="dialog" title="Show only what some authors say" ?data-narrowed=${this.isNarrowed}
      >Authors <span class="le-authors-said">${said}</span>${icons.open}</button
      ><div popover id=${this.#id} class="le-authors-list" role="dialog" aria-label="Authors" @beforetoggle=${place}>
        ${size >= MANY ? this.#search() : nothing}
        ${this.#rows()}
      </div></span>`;
  }

  #search(): TemplateResult {
    return html`<input type="search" class="le-search" aria-label="Search authors" placeholder="Search" .value=${this.#state.query}
      @input=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        runInAction(() => {
          this.#state.query = value;
        });
      }} />`;
  }

  #rows(): TemplateResult {
    const query = this.#state.query.trim().toLowerCase();
    const found = [...this.#authors].filter(([author]) => titleOf(author).toLowerCase().includes(query));
    const { hidden } = this.#state;
    const all = html`<div class="le-authors-row le-authors-all"><label
      ><input type="checkbox" .checked=${!this.isNarrowed} .indeterminate=${this.isNarrowed && !this.isEmpty}
        @change=${() => this.#hide(this.isNarrowed ? new Set() : new Set(this.#authors.keys()))}
      /><span>All authors</span></label></div>`;
    return html`${query === '' ? all : nothing}
      ${found.slice(0, MOST).map(([author, count]) => {
        const name = titleOf(author);
        return html`<div class="le-authors-row"><label
          ><input type="checkbox" .checked=${!hidden.has(author)} @change=${() => this.#toggle(author)}
          /><span>${name}</span><small>${count}</small></label
          ><button type="button" aria-label="Only ${name}" title="Only ${name}" @click=${() => this.#only(author)}>Only</button></div>`;
      })}
      ${found.length === 0 ? html`<p class="le-authors-none">No author is called “${query}”.</p>` : nothing}
      ${found.length > MOST ? html`<p class="le-authors-none">${found.length - MOST} more: search for them.</p>` : nothing}`;
  }

  #toggle(author: string): void {
    const hidden = new Set(this.#state.hidden);
    if (!hidden.delete(author)) hidden.add(author);
    this.#hide(hidden);
  }

  #only(author: string): void {
    this.#hide(new Set([...this.#authors.keys()].filter((other) => other !== author)));
  }

  #hide(hidden: ReadonlySet<string>): void {
    runInAction(() => {
      this.#state.hidden = hidden;
    });
  }
}

const titleOf = (author: string): string => author || 'No name';

/** Keys in the list are neither labels' nor the editor's; Escape closes the list and nothing else. */
function keep(event: KeyboardEvent): void {
  const list = (event.currentTarget as Element).querySelector('[popover]');
  if (list?.matches(':popover-open') && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

/** Below its button, and above where there is more room. */
function place(event: Event): void {
  const list = event.target as HTMLElement;
  const box = list.previousElementSibling?.getBoundingClientRect();
  if ((event as ToggleEvent).newState !== 'open' || !box) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - box.bottom >= Math.min(320, box.top);
  const toRight = box.left + box.right < clientWidth;
  Object.assign(list.style, {
    top: below ? `${box.bottom + GAP}px` : 'auto',
    bottom: below ? 'auto' : `${clientHeight - box.top + GAP}px`,
    left: toRight ? `${Math.max(0, box.left)}px` : 'auto',
    right: toRight ? 'auto' : `${Math.max(0, clientWidth - box.right)}px`,
    maxHeight: `${Math.min(320, (below ? clientHeight - box.bottom : box.top) - 2 * GAP)}px`,
  });
}
