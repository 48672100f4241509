import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TagContext } from '../../contract/view.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { Bodies } from './bodies.js';
import { chatIcons } from './chat-icons.js';
import { Conversation, nextRole, type Turn } from './conversation.js';
import { roleName, turn } from './turn.js';

/** The newest messages that there are elements of; earlier ones are asked for. */
const PAGE = 1000;
/** CSS pixels from the end where one still counts as being there. */
const NEAR = 24;

interface State {
  /** How many messages there are elements of, at most. */
  shown: number;
  /** The message that is edited. */
  editing: string | undefined;
  /** Whom the next message is by, once somebody has said it. */
  role: string | undefined;
  /** The key of the message that arrow keys start from. */
  active: string | undefined;
  /** Whether the newest message is in view, and is to stay there. */
  atEnd: boolean;
}

let panes = 0;

/** The messages below each other, and the field for a new one. */
export class Pane {
  readonly #context: TagContext;
  readonly #place = document.createElement('section');
  readonly #talk: Conversation;
  readonly #bodies = new Bodies();
  readonly #id = `le-chat-${++panes}`;
  readonly #state: State = observable({
    shown: PAGE,
    editing: undefined,
    role: undefined,
    active: undefined,
    atEnd: true,
  } as State);
  #revealed: string | undefined;
  /** CSS pixels that were scrolled. */
  #top = 0;

  constructor(context: TagContext, host: HTMLElement) {
    this.#context = context;
    this.#talk = new Conversation(context);
    this.#place.className = 'le-chat htx-chat';
    this.#place.ariaLabel = context.node.name ?? 'Chat';
    host.append(this.#place);
  }

  start(): void {
    const { scope } = this.#context;
    scope.react(() => {
      const isFirst = this.#place.childElementCount === 0;
      render(this.#template(), this.#place);
      if (this.#state.atEnd) scope.frame(() => this.#toEnd());
      // Pictures and Markdown make messages higher than they were.
      if (isFirst) scope.onResize(this.#list, () => scope.frame(() => this.#stay()));
    });
    scope.react(() => this.#reveal(this.#context.selected.at(-1)));
  }

  enrich(toNodes: (markdown: string) => DocumentFragment): void {
    this.#bodies.start(toNodes);
  }

  /** The field for what is missing. */
  get field(): HTMLElement | null {
    return this.#composer ?? this.#place.querySelector<HTMLElement>('article[tabindex="0"]');
  }

  /** What was written and not sent is an answer too. */
  settle(): void {
    this.#save();
    this.#send();
  }

  get #log(): HTMLElement {
    return this.#place.querySelector('.le-chat-log') as HTMLElement;
  }

  get #list(): HTMLElement {
    return this.#place.querySelector('.le-chat-list') as HTMLElement;
  }

  get #composer(): HTMLTextAreaElement | null {
    return this.#place.querySelector<HTMLTextAreaElement>('.le-chat-composer:not([hidden]) textarea');
  }

  #set(next: Partial<State>): void {
    runInAction(() => Object.assign(this.#state, next));
  }

  #template(): TemplateResult {
    const { turns } = this.#talk;
    const { shown, atEnd, editing } = this.#state;
    const first = Math.max(0, turns.length - shown);
    const seen = turns.slice(first);
    const active = seen.find(({ key }) => key === this.#state.active) ?? seen.at(-1);
    const selected = new Set(this.#context.selected);
    const { readonly } = this.#context;
    return html`<div
        class="le-chat-log" role="log" aria-label="Messages" tabindex=${seen.length === 0 ? 0 : -1}
        @scroll=${this.#onScroll} @keydown=${this.#onKey} @click=${this.#onClick} @focusin=${this.#onFocus}
      >
        ${first > 0 ? html`<button type="button" class="le-chat-earlier" @click=${this.#showEarlier}>${first.toLocaleString('en')} earlier messages: show more</button>` : nothing}
        <div class="le-chat-list">${
          seen.length === 0
            ? html`<p class="le-chat-none">${readonly ? 'There are no messages.' : 'There are no messages yet. Write the first one below.'}</p>`
            : nothing
        }${repeat(
          seen,
          ({ key }) => key,
          (one, index) =>
            turn(one, {
              id: `${this.#id}-${first + index}`,
              body: this.#bodies.of(one.key, one.message),
              active: one === active,
              selected: one.id !== undefined && selected.has(one.id),
              pickable: one.id !== undefined,
              field: one.id !== undefined && one.id === editing && one.mayEdit ? this.#editor(one.id) : undefined,
              onSeen: () => this.#bodies.see(one.key),
              onEdit: () => this.#edit(one),
              onDelete: () => this.#delete(one),
            }),
        )}</div>
      </div>
      <div class="le-chat-anchor">${
        atEnd
          ? nothing
          : html`<button type="button" class="le-chat-newest" aria-label="Newest message" title="Newest message" @click=${this.#goToEnd}>${chatIcons.newest}</button>`
      }</div>
      ${this.#composerTemplate(turns.at(-1)?.message.role)}
      <p class="le-chat-status" role="status">${this.#status(turns.length)}</p>`;
  }

  /** Hidden while nothing can be written, so that what stands in it is not lost. */
  #composerTemplate(last: string | undefined): TemplateResult {
    const { roles, mayAdd } = this.#talk;
    const role = this.#state.role ?? nextRole(roles, last);
    return html`<form class="le-chat-composer" ?hidden=${!mayAdd} @submit=${this.#onSubmit}>
      ${
        roles.length > 1
          ? html`<select aria-label="Write as" title="Write as" @change=${(event: Event) => this.#set({ role: (event.target as HTMLSelectElement).value })}>
              ${roles.map((one) => html`<option value=${one} .selected=${one === role}>${roleName(one)}</option>`)}
            </select>`
          : nothing
      }
      <textarea rows="1" aria-label="Message as ${roleName(role)}" placeholder="Write as ${roleName(role).toLowerCase()}…" @keydown=${this.#onComposerKey}></textarea>
      <button class="le-chat-send" aria-label="Send" title="Send — Enter (Shift Enter: new line)">${chatIcons.send}</button>
    </form>`;
  }

  #editor(id: string): TemplateResult {
    const stop = () => this.#stopEditing();
    const save = () => {
      this.#save();
      stop();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Escape') stop();
      else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return html`<div class="le-chat-edit">
      <textarea aria-label="Edit message" rows="2" .defaultValue=${untracked(() => this.#talk.content(id) ?? '')} @keydown=${onKey}></textarea>
      <div><button type="button" title="Cancel — Esc" @click=${stop}>Cancel</button><button type="button" title="Save — Enter" @click=${save}>Save</button></div>
    </div>`;
  }

  #status(count: number): string {
    const { least, most } = this.#talk;
    const messages = `${count.toLocaleString('en')} message${count === 1 ? '' : 's'}`;
    if (most !== undefined && count >= most) return `${messages}: there may be no more than ${most}.`;
    if (least !== undefined && count < least) return `${messages}, ${least - count} more needed.`;
    return most === undefined ? '' : `${messages} of ${most} at most`;
  }

  // — what a person does

  readonly #onScroll = (): void => {
    const { scrollTop } = this.#log;
    const isUp = scrollTop < this.#top;
    this.#top = scrollTop;
    const atEnd = this.#isNear;
    // What comes into view is higher than was thought, which takes nobody away from the end.
    if (atEnd !== this.#state.atEnd && (atEnd || isUp)) this.#set({ atEnd });
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#send();
    this.#composer?.focus();
  };

  readonly #onComposerKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'ArrowUp' && this.#composer?.value === '') {
      event.preventDefault();
      this.#focus(this.#talk.turns.at(-1)?.key);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.#place.closest<HTMLElement>('[tabindex]')?.focus();
    }
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const key = keyOf(event);
    if (key !== undefined && key !== this.#state.active) this.#set({ active: key });
  };

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('a, button, summary, textarea, select') || isMarking(this.#place)) return;
    const one = this.#turnOf(keyOf(event));
    if (one?.id !== undefined) this.#context.select([one.id]);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    if (!target.matches('article') || event.ctrlKey || event.metaKey || event.altKey) return;
    const { turns } = this.#talk;
    const at = turns.findIndex(({ key }) => key === keyOf(event));
    const one = turns[at];
    const to = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: Math.max(0, turns.length - this.#state.shown),
      End: turns.length - 1,
    }[event.key];
    if (to !== undefined) this.#focus(turns[to]?.key);
    else if (event.key === 'Enter' && one?.id !== undefined) this.#context.select([one.id]);
    else if ((event.key === 'F2' || event.key === 'Enter') && one?.mayEdit) this.#edit(one);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && one?.mayDelete) this.#delete(one);
    else return;
    event.preventDefault();
  };

  readonly #showEarlier = (): void => {
    const { scrollHeight, scrollTop } = this.#log;
    this.#set({ shown: this.#state.shown + PAGE, atEnd: false });
    // What was in view stays there.
    this.#log.scrollTop = scrollTop + this.#log.scrollHeight - scrollHeight;
  };

  readonly #goToEnd = (): void => {
    this.#set({ atEnd: true });
    this.#toEnd();
  };

  #send(): void {
    const field = this.#composer;
    if (!field) return;
    const { turns, roles } = this.#talk;
    const role = this.#state.role ?? nextRole(roles, turns.at(-1)?.message.role);
    if (!this.#talk.add(role, field.value, Date.now())) return;
    field.value = '';
    // The other one answers.
    this.#set({ role: undefined, active: undefined, atEnd: true });
  }

  #edit(one: Turn): void {
    this.#save();
    this.#set({ editing: one.id, active: one.key });
    const field = this.#element(one.key)?.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  /** Stores what is being edited. */
  #save(): void {
    const { editing } = this.#state;
    const field = this.#place.querySelector<HTMLTextAreaElement>('.le-chat-edit textarea');
    if (editing !== undefined && field) this.#talk.change(editing, field.value);
  }

  #stopEditing(): void {
    const key = this.#state.editing;
    this.#set({ editing: undefined });
    this.#focus(key);
  }

  #delete({ id, key }: Turn): void {
    if (id === undefined) return;
    const { turns } = this.#talk;
    const at = turns.findIndex((one) => one.key === key);
    const hadFocus = this.#element(key)?.matches(':focus-within') === true;
    this.#talk.remove(id);
    if (hadFocus) this.#focus((turns[at + 1] ?? turns[at - 1])?.key);
  }

  #turnOf(key: string | undefined): Turn | undefined {
    return untracked(() => this.#talk.turns.find((one) => one.key === key));
  }

  #element(key: string | undefined): HTMLElement | undefined {
    const articles = this.#place.querySelectorAll<HTMLElement>('article');
    return [...articles].find(({ dataset }) => dataset.key === key);
  }

  #focus(key: string | undefined): void {
    const article = this.#element(key);
    article?.focus({ preventScroll: true });
    article?.scrollIntoView({ block: 'nearest' });
  }

  /** At the end, unless somebody has just left it. */
  #stay(): void {
    if (this.#state.atEnd && (this.#log.scrollTop >= this.#top || this.#isNear)) this.#toEnd();
  }

  get #isNear(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #toEnd(): void {
    const log = this.#log;
    log.scrollTop = log.scrollHeight;
    this.#top = log.scrollTop;
  }

  /** Brings what was selected elsewhere into view. */
  #reveal(id: string | undefined): void {
    if (id === this.#revealed) return;
    this.#revealed = id;
    const article = this.#element(id);
    if (article && !article.matches(':focus-within')) article.scrollIntoView({ block: 'nearest' });
  }
}

const keyOf = (event: Event): string | undefined =>
  (event.target as Element).closest<HTMLElement>('article')?.dataset.key;

/** Whether text is being marked in there. */
function isMarking(place: HTMLElement): boolean {
  const root = place.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null });
  const selection = root.getSelection?.() ?? place.ownerDocument.getSelection();
  return selection?.type === 'Range' && String(selection) !== '';
}
