import { html, nothing, render, type TemplateResult } from 'lit';
import type { Clock, TextFlow } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { flag, text } from '../parts/attributes.js';
import { icons } from '../parts/icons.js';
import { AuthorFilter } from './author-filter.js';
import type { Dialogue } from './dialogue.js';
import { Following } from './following.js';
import { OwnSound } from './own-sound.js';
import { PhraseList } from './phrase-list.js';
import { phraseSheet } from './phrase-styles.js';
import { Playback } from './playback.js';
import { selectWhole } from './whole-phrase.js';

interface Bench {
  readonly player: HTMLElement;
  readonly bar: HTMLElement;
  readonly body: HTMLElement;
  /** None: it is only there to be read. */
  readonly flow: TextFlow | undefined;
  /** None: there is nothing to be heard. */
  readonly clock: Clock | undefined;
}

/** Client pixels above and below what is to be seen that count as near to it. */
const NEAR = 400;

/** One dialogue on show: its list, the filter above, its sound, its keys. */
export class DialogueBench {
  readonly #context: TagContext;
  readonly #bench: Bench;
  readonly #dialogue: Dialogue;
  readonly #list: PhraseList;
  readonly #filter: AuthorFilter;
  #sound: OwnSound | undefined;
  #playback: Playback | undefined;
  #following: Following | undefined;

  constructor(context: TagContext, bench: Bench, dialogue: Dialogue) {
    const { attributes } = context.node;
    this.#context = context;
    this.#bench = bench;
    this.#dialogue = dialogue;
    const isOld = context.node.tag.toLowerCase() === 'dialog';
    this.#list = new PhraseList(dialogue, {
      layout: isOld || text(attributes, 'layout')?.toLowerCase() === 'dialogue' ? 'dialogue' : 'none',
      playable: bench.clock !== undefined,
    });
    this.#filter = new AuthorFilter(dialogue.phrases);
  }

  start(): void {
    const { scope, node } = this.#context;
    const { flow, body, bar } = this.#bench;
    if (!flow) {
      const root = body.shadowRoot ?? body.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [phraseSheet()];
      root.replaceChildren(this.#list.element);
    }
    this.#startSound();
    scope.react(() => this.#show());
    this.#equip();
    scope.react(() => {
      const { classList } = this.#list.element;
      classList.toggle('markable', flow !== undefined && this.#context.action('tool:span') !== undefined);
      classList.toggle('fixed', this.#context.readonly || flag(node.attributes, 'selectionEnabled') === false);
    });
    scope.react(() => render(this.#controls(), bar));
    this.#listen();
    this.#bindKeys();
  }

  /** Anew whenever others are filtered out. */
  #show(): void {
    const { flow } = this.#bench;
    const filter = this.#filter;
    const isHidden = ({ author }: { readonly author: string }) => filter.isHidden(author);
    this.#list.filter(isHidden);
    if (!flow) return;
    const { text, anchors } = this.#dialogue;
    const { pieces, element } = this.#list;
    flow.show({ text, element, pieces, sheets: [phraseSheet()] });
    const unseen = this.#dialogue.unseen(isHidden);
    this.#context.setFacts({ text, saveText: this.#savesText, anchors, ...(unseen.length > 0 && { unseen }) });
  }

  /** Phrases near to be seen have buttons. */
  #equip(): void {
    const { scope } = this.#context;
    const { body } = this.#bench;
    let waits = false;
    const soon = () => {
      if (waits) return;
      waits = true;
      scope.frame(() => {
        waits = false;
        const { top, bottom } = body.getBoundingClientRect();
        if (bottom > top) this.#list.equip(Math.max(0, top) - NEAR, Math.min(innerHeight, bottom) + NEAR);
      });
    };
    for (const target of new Set<EventTarget>([body.getRootNode(), document])) {
      scope.listen(target, 'scroll', soon, { capture: true, passive: true });
    }
    scope.onResize(body, soon);
    scope.onResize(this.#list.element, soon);
  }

  get #savesText(): boolean {
    return (text(this.#context.node.attributes, 'saveTextResult') ?? 'yes').toLowerCase() === 'yes';
  }

  #startSound(): void {
    const { clock, player, body } = this.#bench;
    if (!clock) return;
    const { attributes } = this.#context.node;
    const url = text(attributes, 'audioUrl')?.trim();
    const makeSound = () => {
      if (!url) return undefined;
      if (!this.#sound) {
        this.#sound = new OwnSound(this.#context, clock, url);
        this.#sound.element.controls = flag(attributes, 'showPlayer') ?? false;
        this.#sound.element.hidden = !this.#sound.element.controls;
        player.append(this.#sound.element);
      }
      return this.#sound;
    };
    // In a `sync` group another medium has the same sound.
    if (text(attributes, 'sync') === undefined) void makeSound()?.load();
    const list = this.#list;
    const playback = new Playback(this.#context, {
      phrases: this.#dialogue.phrases,
      list,
      clock,
      sound: this.#sound,
      ownSound: makeSound,
    });
    this.#playback = playback;
    if (flag(attributes, 'contextScroll')) {
      this.#following = new Following(this.#context, body, { clock, said: () => list.row(playback.now) });
    }
  }

  #controls(): TemplateResult {
    const filter = this.#filter;
    const following = this.#following;
    const failure = this.#sound?.failure;
    return html`${filter.isNeeded ? filter.template() : nothing}${
      filter.isEmpty
        ? html`<span class="le-phrases-empty" role="status">All phrases are hidden. <button type="button" @click=${() => filter.showAll()}>Show all</button></span>`
        : nothing
    }${
      failure
        ? html`<span class="le-phrases-trouble" role="alert">${icons.warning} ${failure.message} <button type="button" @click=${() => void this.#sound?.load()}>Try again</button></span>`
        : nothing
    }${
      following
        ? html`<div class="le-bar-group le-bar-end"><label title="Keep the phrase that is playing in view"><input
            type="checkbox" .checked=${following.on} @change=${(event: Event) => following.set((event.target as HTMLInputElement).checked)}
          />Follow</label></div>`
        : nothing
    }`;
  }

  #listen(): void {
    const { scope } = this.#context;
    const { element } = this.#list;
    const list = this.#list;
    scope.listen(element, 'click', ({ target }) => {
      const { index, wish } = list.at(target) ?? {};
      if (index === undefined) return;
      list.takeUp(index);
      if (wish === 'play') void this.#playback?.toggle(index);
      else if (wish === 'seek') void this.#playback?.seek(index);
      else if (wish === 'mark') this.#mark(index);
    });
    scope.listen(element, 'focusin', ({ target }) => list.takeUp(list.at(target)?.index ?? -1));
    // What is done with a button is no click on the text, and selects nothing in it.
    const ofButton = ({ target }: Event) => list.at(target)?.wish !== undefined;
    scope.listen(element, 'pointerdown', (event) => {
      if (!ofButton(event)) return;
      event.stopPropagation();
      document.getSelection()?.removeAllRanges();
    });
    scope.listen<MouseEvent>(element, 'mousedown', (event) => {
      if (ofButton(event) && event.detail > 1) event.preventDefault();
    });
    scope.listen<KeyboardEvent>(element, 'keydown', (event) => {
      if ((event.key === 'Enter' || event.key === ' ') && ofButton(event)) event.stopPropagation();
    });
    // The text would take these as moves of its caret.
    const early = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
      if (!step || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      this.#go(step);
      event.preventDefault();
      event.stopPropagation();
    };
    scope.listen(this.#bench.body, 'keydown', early, { capture: true });
  }

  #bindKeys(): void {
    const context = this.#context;
    context.hotkey('ctrl+down', 'Next phrase', () => this.#go(1));
    context.hotkey('ctrl+up', 'Previous phrase', () => this.#go(-1));
    if (this.#playback) {
      context.hotkey(
        'ctrl+alt+space',
        'Play or pause the phrase at hand',
        () => void this.#playback?.toggle(this.#hand),
      );
    }
    if (this.#bench.flow) context.hotkey('ctrl+shift+a', 'Mark the whole phrase', () => this.#mark(this.#hand));
  }

  /** The phrase at hand, or else the one that is playing. */
  get #hand(): number {
    return this.#list.atHand >= 0 ? this.#list.atHand : (this.#playback?.now ?? -1);
  }

  #go(step: 1 | -1): void {
    const list = this.#list;
    const row = list.row(list.beside(this.#hand, step));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  #mark(index: number): void {
    const words = this.#list.words(index);
    if (words && !this.#list.isHidden(index) && !this.#context.readonly) selectWhole(words);
  }
}
