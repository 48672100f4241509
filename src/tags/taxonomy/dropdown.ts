import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Dispose } from '../../contract/surface.js';
import type { Scope, TagContext } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';
import { text } from '../parts/attributes.js';
import { searchFieldStyles } from '../parts/field.js';
import { adding } from './adding.js';
import type { Asking } from './asking.js';
import type { Loader } from './loader.js';
import type { Outline } from './outline.js';
import { Placing, widthOf } from './placing.js';
import { rowStyles } from './row.js';
import type { TaxonomyNode } from './tree.js';
import { TreeList } from './tree-list.js';

/** CSS pixels of the whole panel at most. */
const HIGHEST = 380;
/** Milliseconds that the index of the search may keep everything else waiting. */
const PIECE = 8;

export const dropdownStyles = `
${searchFieldStyles}
${rowStyles}
.le-taxonomy-panel {
  position: fixed; inset: auto; margin: 0; padding: 0; box-sizing: border-box; flex-direction: column; overflow: hidden; color: var(--le-text); background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: calc(var(--le-radius) + 2px); box-shadow: 0 8px 24px rgb(0 0 0 / 0.18);
}
.le-taxonomy-panel:popover-open { display: flex; }
.le-taxonomy-panel > .le-search { flex: none; margin: 4px 4px 0; }
.le-taxonomy-tree { flex: 0 1 auto; min-height: 0; overflow: auto; overscroll-behavior: contain; margin: 4px 0 0 4px; padding-inline-end: 4px; outline: none; }
.le-taxonomy-rows { position: relative; }
.le-taxonomy-none { margin: 0; padding: 10px 10px 6px; color: var(--le-muted); overflow-wrap: anywhere; }
.le-taxonomy-foot {
  flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: 2px 6px; min-height: 28px; margin-top: 4px; padding: 2px 4px 2px 10px; box-sizing: border-box;
  font-size: 12px; color: var(--le-muted); border-top: 1px solid var(--le-line); font-variant-numeric: tabular-nums;
}
.le-taxonomy-foot > span { flex: 1; }
.le-taxonomy-foot > .le-taxonomy-limit { color: var(--le-text); }
.le-taxonomy-foot button {
  display: inline-flex; align-items: center; gap: 3px; min-height: 22px; max-width: 100%; padding: 0 6px; font: inherit; color: var(--le-text); cursor: pointer; background: none;
  border: 0; border-radius: var(--le-radius); overflow: hidden; white-space: nowrap;
}
.le-taxonomy-foot button:hover { background: var(--le-surface-2); }
.le-taxonomy-foot button:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-taxonomy-foot button .le-icon { flex: none; width: 13px; height: 13px; }
.le-taxonomy-new { flex: 1 1 100%; margin: 2px 0; font-size: 13px; }
@media (pointer: coarse) { .le-taxonomy-panel > .le-search, .le-taxonomy-foot button { min-height: 36px; } }
`;

let dropdowns = 0;

/** What drops down from the field: a search, the tree, and what is left to say. */
export class Dropdown {
  readonly element = document.createElement('div');
  readonly #context: TagContext;
  readonly #asking: Asking;
  readonly #outline: Outline;
  readonly #list: TreeList;
  readonly #placing: Placing;
  readonly #anchor: () => HTMLElement | null;
  /** `below`: what a new node is to be in. */
  readonly #state = observable({ isOpen: false, below: undefined as TaxonomyNode | undefined });
  #whileOpen: Scope | undefined;

  /** @param anchor the button that opens it; it drops down from the element round that */
  constructor(
    context: TagContext,
    { asking, outline, loader }: { readonly asking: Asking; readonly outline: Outline; readonly loader: Loader },
    anchor: () => HTMLElement | null,
  ) {
    const { element } = this;
    const { attributes, name = 'Taxonomy' } = context.node;
    this.#context = context;
    this.#asking = asking;
    this.#outline = outline;
    this.#anchor = anchor;
    this.#placing = new Placing(element, HIGHEST, widthOf(text(attributes, 'dropdownWidth')));
    this.#list = new TreeList({
      asking,
      outline,
      loader,
      place: element,
      name,
      id: `le-taxonomy-${++dropdowns}`,
      most: HIGHEST,
      addBelow: (node) => this.#ask(node),
      search: () => this.#search?.focus(),
    });
    element.className = 'le-taxonomy-panel';
    element.popover = 'auto';
    element.setAttribute('role', 'dialog');
    element.setAttribute('aria-label', name);
  }

  get isOpen(): boolean {
    return this.#state.isOpen;
  }

  /** Once it is in the document. */
  start(): void {
    const { element } = this;
    const { scope } = this.#context;
    scope.listen<ToggleEvent>(element, 'toggle', ({ newState }) => newState === 'closed' && this.#closed());
    scope.listen<KeyboardEvent>(element, 'keydown', (event) => this.#key(event));
    scope.listen<FocusEvent>(element, 'focusout', ({ relatedTarget }) => {
      // A press on the opener is told by its click.
      const isElsewhere = relatedTarget instanceof Node && !element.contains(relatedTarget);
      if (isElsewhere && relatedTarget !== this.#anchor()) element.hidePopover();
    });
    scope.react(() => render(this.isOpen ? this.#template() : nothing, element));
    // Behind the reaction that draws: what was picked makes the field higher.
    scope.react(() => {
      void [this.#asking.picked.length, this.#outline.rows.length, this.#state.below];
      if (this.isOpen) this.#place();
    });
    scope.react(() => {
      const isAbout = this.#asking.isLabels || this.#context.target.of !== 'nothing';
      if (!isAbout && element.matches(':popover-open')) element.hidePopover();
    });
  }

  /** A click on the field: what it has closed by being outside is not to be opened again by it. */
  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  open(): void {
    const { element } = this;
    if (element.matches(':popover-open')) return;
    this.#outline.search('');
    this.#list.reset();
    const first = this.#asking.tree.find(this.#asking.picked[0]?.path ?? []);
    if (first) this.#outline.reveal(first);
    this.#placing.begin();
    element.showPopover();
    runInAction(() => Object.assign(this.#state, { isOpen: true, below: undefined }));
    this.#list.go(first);
    if (matchMedia('(pointer: coarse)').matches) this.#list.focus();
    else this.#search?.focus();
    this.#watch();
  }

  close(): void {
    this.element.hidePopover();
    this.#anchor()?.focus();
  }

  #closed(): void {
    this.#whileOpen?.dispose();
    this.#whileOpen = undefined;
    runInAction(() => {
      this.#state.isOpen = false;
    });
  }

  /** What is to be done while it is open: it follows its field, and the index of the search grows. */
  #watch(): void {
    this.#whileOpen?.dispose();
    const whileOpen = this.#context.scope.child();
    this.#whileOpen = whileOpen;
    const { element } = this;
    const follow = (event: Event) => {
      if (!event.composedPath().includes(element)) this.#place();
    };
    // What scrolls in a shadow tree is not heard of outside of it.
    whileOpen.listen(element.getRootNode(), 'scroll', follow, { capture: true });
    whileOpen.listen(window, 'scroll', follow, { capture: true });
    whileOpen.listen(window, 'resize', follow);

    let next: Dispose | undefined;
    const grow = () => {
      next = this.#outline.grow(PIECE) ? whileOpen.timeout(grow, 0) : undefined;
    };
    whileOpen.react(() => {
      void this.#asking.tree.version;
      next?.();
      next = whileOpen.timeout(grow, 0);
    });
  }

  #place(): void {
    const anchor = this.#anchor()?.parentElement;
    if (!anchor || !this.element.matches(':popover-open')) return;
    if (!this.#placing.place(anchor)) this.element.hidePopover();
  }

  get #search(): HTMLInputElement | null {
    return this.element.querySelector('.le-taxonomy-find');
  }

  #key(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    // Letters belong to the search, not to the hotkeys of the editor.
    if (!isCommand) event.stopPropagation();
    if (isCommand || event.isComposing) return;
    const inSearch = event.target === this.#search;
    const inTree = event.target === this.#list.element;
    if (event.key === 'Escape') this.close();
    else if (inSearch && event.key === 'ArrowDown') {
      this.#list.focus();
      this.#list.goBy(1);
    } else if (inSearch && event.key === 'Enter') {
      this.#list.press(this.#list.active);
      this.#search?.select();
    } else if (inTree && this.#list.key(event)) {
      // Done.
    } else {
      // The key itself goes where the focus is then.
      if (inTree && (event.key.length === 1 || event.key === 'Backspace')) this.#search?.focus();
      return;
    }
    event.preventDefault();
  }

  #find(query: string): void {
    this.#outline.search(query);
    this.#list.reset();
  }

  #ask(below: TaxonomyNode): void {
    runInAction(() => {
      this.#state.below = below;
    });
    this.element.querySelector<HTMLElement>('.le-taxonomy-new')?.focus();
  }

  #add(below: TaxonomyNode, label: string): void {
    const node = this.#asking.add(below, label);
    if (!node) return;
    this.#outline.search('');
    this.#outline.reveal(node);
    this.#cancel();
    this.#list.go(node);
  }

  #cancel(): void {
    runInAction(() => {
      this.#state.below = undefined;
    });
    this.#list.focus();
  }

  #template(): TemplateResult {
    const { query } = this.#outline;
    const list = this.#list.template();
    const name = this.#context.node.name ?? 'Taxonomy';
    const wanted = query.trim();
    return html`<input
        type="search" class="le-search le-taxonomy-find" role="combobox" aria-haspopup="tree" aria-autocomplete="list" aria-label="Search ${name}" placeholder="Search"
        aria-expanded=${list === nothing ? 'false' : 'true'} aria-controls=${list === nothing ? nothing : this.#list.id}
        aria-activedescendant=${this.#list.activeId ?? nothing} .value=${live(query)}
        @input=${(event: Event) => this.#find((event.currentTarget as HTMLInputElement).value)}
      />
      ${list === nothing ? html`<p class="le-taxonomy-none">${wanted ? `Nothing contains “${wanted}”.` : 'There is nothing to pick.'}</p>` : list}
      <div class="le-taxonomy-foot"><span role="status" class=${this.#asking.isFull ? 'le-taxonomy-limit' : ''}>${this.#said(wanted)}</span>${
        this.#asking.isExtensible && this.#asking.mayAnswer
          ? adding({
              below: this.#state.below,
              query: wanted,
              ask: () => this.#ask(this.#asking.tree.root),
              add: (label) => this.#add(this.#state.below ?? this.#asking.tree.root, label),
              cancel: () => this.#cancel(),
            })
          : nothing
      }</div>`;
  }

  /** How much was found and picked, and what is in the way of more. */
  #said(wanted: string): string {
    const { found, isSearching } = this.#outline;
    const { picked, most, isFull, mayAnswer } = this.#asking;
    const count = picked.length.toLocaleString('en');
    const said = most === undefined ? `${count} picked` : `${count} of ${most} picked`;
    const parts = [
      ...(wanted && found ? [`${found.count.toLocaleString('en')} found${isSearching ? ' so far' : ''}`] : []),
      ...(wanted && this.#context.node.attributes.apiUrl !== undefined ? ['in what is loaded'] : []),
      isFull && mayAnswer ? `${said}: take one away to pick another` : said,
      ...(mayAnswer ? [] : ['not to be changed']),
    ];
    return parts.join(' · ');
  }
}
