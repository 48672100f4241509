import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TagContext } from '../../contract/view.js';
import { attract } from '../parts/attention.js';
import { flag, number, text } from '../parts/attributes.js';
import { icons } from '../parts/icons.js';
import { shown } from './entries.js';
import { insertText, type Shortcut, shortcutButtons, shortcutsIn } from './shortcuts.js';
import { NEW, Texts } from './texts.js';

/** Old results can hold thousands of texts; so many are shown at once, the newest. */
const PAGE = 100;

/** A field to write in, and what was written. */
export class Fields {
  readonly #context: TagContext;
  readonly #host: HTMLElement;
  readonly #place = document.createElement('div');
  readonly #texts: Texts;
  readonly #shortcuts: readonly Shortcut[];
  readonly #lines: number;
  #shown = PAGE;
  /** The field that was written in last. */
  #last: HTMLTextAreaElement | undefined;

  constructor(context: TagContext, host: HTMLElement) {
    this.#context = context;
    this.#host = host;
    this.#texts = new Texts(context);
    this.#shortcuts = shortcutsIn(context.node);
    this.#lines = Math.max(1, number(context.node.attributes, 'rows') ?? 1);
  }

  start(): void {
    const { scope, node } = this.#context;
    this.#host.append(this.#place);
    scope.add(() => this.#place.remove());
    scope.react(() => {
      this.#texts.follow();
      this.#draw();
    });
    this.#context.onSettle(() => this.#texts.settle());
    this.#context.onFocusRequest(() => attract(this.#place, this.#field));
    if (this.#isRegional) {
      this.#context.hotkey('enter', `Write in ${node.name ?? 'the field'}`, () => this.#field?.focus());
    }
    for (const { hotkey, name, value } of this.#shortcuts) {
      if (hotkey) this.#context.hotkey(hotkey, `Insert ${name}`, () => this.#insert(value, performance.now()));
    }
    if (this.#isInPanel) scope.onResize(this.#host, () => this.#hideWithHost());
  }

  get #attributes() {
    return this.#context.node.attributes;
  }

  get #isRegional(): boolean {
    return this.#attributes.perRegion === true;
  }

  /** Whether it is to stand beside the selected region, where there is a place for that. */
  get #isInPanel(): boolean {
    return this.#isRegional && text(this.#attributes, 'displayMode')?.toLowerCase() === 'region-list';
  }

  get #isTranscription(): boolean {
    return flag(this.#attributes, 'transcription') ?? false;
  }

  get #field(): HTMLTextAreaElement | null {
    return (
      this.#place.querySelector<HTMLTextAreaElement>('.le-textarea-new:enabled') ??
      this.#place.querySelector<HTMLTextAreaElement>('textarea:enabled')
    );
  }

  /** Its place beside the region is outside of the tag, and does not hide with it by itself. */
  #hideWithHost(): void {
    this.#place.hidden = this.#place.parentElement !== this.#host && this.#host.closest('[hidden]') !== null;
  }

  #draw(): void {
    const { target, node } = this.#context;
    const { mayWrite, mayAdd, isFull, entries } = this.#texts;
    const panel = this.#isInPanel ? this.#context.regionPanel : undefined;
    const home = panel ?? this.#host;
    if (this.#place.parentElement !== home) home.append(this.#place);
    if (this.#isInPanel) this.#hideWithHost();
    if (panel && target.of === 'nothing') {
      render(nothing, this.#place);
      return;
    }

    const label = text(this.#attributes, 'label') ?? (panel && node.name);
    const name = label ?? node.name ?? 'Text';
    const required = flag(this.#attributes, 'required') ?? false;
    const changeable = mayWrite && ((flag(this.#attributes, 'editable') ?? false) || this.#isTranscription);
    const first = Math.max(0, entries.length - this.#shown);
    const isAlone = this.#isTranscription && entries.length > 0;
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof HTMLTextAreaElement) this.#last = target;
    };
    render(
      html`<div class="le-textarea" role="group" aria-label=${name} @focusin=${focused}>
        ${label || required ? html`<div class="le-textarea-label">${label ?? ''}${required ? html`<b title="An answer is required"> *</b>` : nothing}</div>` : nothing}
        ${first > 0 ? html`<button type="button" @click=${() => this.#showMore()}>${first.toLocaleString('en')} earlier ones: show more</button>` : nothing}
        ${repeat(
          entries.slice(first),
          (_, offset) => first + offset,
          (entry, offset) => this.#entry(shown(entry), first + offset, changeable && typeof entry === 'string', name),
        )}
        ${isFull || isAlone ? nothing : this.#input(name, mayAdd, required)}
        ${shortcutButtons(this.#shortcuts, !(mayAdd || (changeable && entries.length > 0)), (value, event) => this.#insert(value, event.timeStamp))}
      </div>`,
      this.#place,
    );
  }

  #showMore(): void {
    this.#shown += PAGE;
    this.#draw();
  }

  #entry(written: string, place: number, changeable: boolean, name: string): TemplateResult {
    const label = this.#isTranscription && this.#texts.entries.length === 1 ? name : `Text ${place + 1}`;
    const change = () => {
      this.#texts.change(place);
      this.#draw();
    };
    return html`<div class="le-textarea-row">${
      changeable
        ? html`<textarea rows=${linesOf(written)} aria-label=${label} .value=${live(this.#texts.inField(place))}
            @input=${(event: Event) => this.#type(place, event)} @paste=${(event: Event) => this.#texts.time.touch(event.timeStamp)}
            @keydown=${(event: KeyboardEvent) => this.#key(event, change)} @change=${change}></textarea>`
        : html`<span class="le-textarea-text">${written}</span>`
    }${
      this.#texts.mayWrite
        ? html`<button type="button" aria-label="Delete text ${place + 1}" title="Delete" @click=${() => this.#texts.remove(place)}>${icons.minus}</button>`
        : nothing
    }</div>`;
  }

  #input(name: string, mayAdd: boolean, required: boolean): TemplateResult {
    const several = this.#lines > 1;
    const button =
      (flag(this.#attributes, 'showSubmitButton') ?? several) && flag(this.#attributes, 'allowSubmit') !== false;
    const waits = this.#context.target.of === 'nothing';
    const hint = waits ? 'Select a region to write' : (text(this.#attributes, 'placeholder') ?? '');
    const add = () => {
      this.#texts.add();
      this.#draw();
    };
    return html`<div class="le-textarea-row"><textarea
        class="le-textarea-new" rows=${this.#lines} aria-label=${name} placeholder=${hint} ?disabled=${!mayAdd}
        aria-required=${required ? 'true' : nothing} .style=${`--le-textarea-lines: ${this.#lines}`} .value=${live(this.#texts.inField(NEW))}
        @input=${(event: Event) => this.#type(NEW, event)} @paste=${(event: Event) => this.#texts.time.touch(event.timeStamp)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, add)}
      ></textarea>${
        button
          ? html`<button type="button" class="le-textarea-add" ?disabled=${!mayAdd} title="Add — ${several ? 'Shift Enter' : 'Enter'}" @click=${add}>Add</button>`
          : nothing
      }</div>`;
  }

  #type(place: number, event: Event): void {
    this.#texts.time.touch(event.timeStamp);
    this.#texts.write(place, (event.currentTarget as HTMLTextAreaElement).value);
  }

  /** Into the field that was written in last. */
  #insert(value: string, now: number): void {
    const last = this.#last?.isConnected && !this.#last.disabled ? this.#last : undefined;
    const field = last ?? this.#field;
    if (!field) return;
    this.#texts.time.touch(now);
    insertText(field, value);
  }

  /**
   * Enter is done with the text; where it has several lines, Shift Enter. Ctrl Down and Ctrl Up go on to the next region or
   * back, Escape leaves the field, so that other keys are heard again.
   */
  #key(event: KeyboardEvent, done: () => void): void {
    this.#texts.time.touch(event.timeStamp);
    // Some browsers say of the Enter that ends a composition only that it is no key (229).
    if (event.isComposing || event.keyCode === 229) return;
    const shortcut = this.#shortcuts.find((each) => each.has(event));
    const control = event.ctrlKey || event.metaKey;
    if (shortcut) {
      event.preventDefault();
      insertText(event.currentTarget as HTMLTextAreaElement, shortcut.value);
    } else if (event.key === 'Enter' && event.shiftKey === this.#lines > 1 && !control) {
      event.preventDefault();
      done();
      if (this.#isRegional && this.#isTranscription) this.#go('next-region');
    } else if (this.#isRegional && event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      done();
      this.#go(event.key === 'ArrowDown' ? 'next-region' : 'previous-region');
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      done();
      this.#place.closest<HTMLElement>('[tabindex]')?.focus();
    }
  }

  /** To another region, and into its field. */
  #go(action: 'next-region' | 'previous-region'): void {
    this.#context.action(action)?.run();
    this.#context.scope.frame(() => this.#field?.focus());
  }
}

/** How high a field is in browsers that do not let it grow by itself. */
const linesOf = (written: string): number => Math.min(10, written.split('\n').length);
