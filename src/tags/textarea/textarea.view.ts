import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TagContext, Target, View } from '../../contract/view.js';
import { jsonEqual } from '../../model/json.js';
import { attract } from '../parts/attention.js';
import { flag, number, text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { icons } from '../parts/icons.js';
import { isDuplicate, textsOf } from './entries.js';

const DUPLICATE = 'There is already an entry with that text. Please enter unique text.';

/** A field to write in, and what was written: for the task, a page or a region. */
export const textAreaView: View = {
  styles: `
.le-textarea { display: grid; gap: 4px; padding: 2px 0; }
.le-textarea-label { color: var(--le-muted); }
.le-textarea-label b { color: var(--le-danger); font-weight: 400; }
.le-textarea-row { display: flex; align-items: flex-start; gap: 4px; }
.le-textarea textarea {
  flex: 1; min-width: 0; box-sizing: border-box; min-height: 28px; max-height: 40cqh; padding: 3px 8px; resize: none; overflow: auto; field-sizing: content;
  font: inherit; line-height: 1.5; color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-textarea textarea::placeholder { color: var(--le-muted); opacity: 1; }
.le-textarea textarea:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-textarea textarea:disabled { color: var(--le-muted); background: var(--le-surface-2); }
.le-textarea-text {
  flex: 1; min-width: 0; padding: 3px 8px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--le-surface-2); border-radius: var(--le-radius);
}
.le-textarea button {
  display: inline-grid; place-items: center; flex: none; min-width: 28px; height: 28px; padding: 0 6px; font: inherit; color: var(--le-muted); cursor: pointer;
  background: none; border: 1px solid transparent; border-radius: var(--le-radius);
}
.le-textarea button:hover:not(:disabled) { color: var(--le-text); background: var(--le-surface-2); }
.le-textarea button:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-textarea button:disabled { opacity: 0.4; cursor: default; }
.le-textarea button.le-textarea-add { border-color: var(--le-line); color: var(--le-text); }
@media (pointer: coarse) { .le-textarea button, .le-textarea textarea { min-height: 36px; } .le-textarea button { min-width: 36px; } }
`,
  mount(host, context) {
    mountContent(host, context);
    const place = document.createElement('div');
    host.append(place);
    new Fields(context, place).start();
  },
};

/** What stands in the field and is not added yet, and whom it is meant for. */
interface Pending {
  readonly target: Target;
  readonly text: string;
}

class Fields {
  readonly #context: TagContext;
  readonly #place: HTMLElement;
  #pending: Pending | undefined;

  constructor(context: TagContext, place: HTMLElement) {
    this.#context = context;
    this.#place = place;
  }

  start(): void {
    const { scope, node } = this.#context;
    this.#reset();
    let before: Target | undefined;
    scope.react(() => {
      const { target } = this.#context;
      // What was typed for a region is its own, also when another is selected by a key.
      if (before && !jsonEqual(before as never, target as never)) {
        this.#add();
        this.#reset();
      }
      before = target;
      this.#draw();
    });
    this.#context.onSettle(() => this.#add());
    this.#context.onFocusRequest(() => attract(this.#place, this.#field));
    if (node.attributes.perRegion === true) {
      this.#context.hotkey('enter', `Write in ${node.name ?? 'the field'}`, () => this.#field?.focus());
    }
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#place.querySelector<HTMLTextAreaElement>('textarea:enabled');
  }

  get #texts(): readonly string[] {
    return textsOf(this.#context.value);
  }

  get #mayWrite(): boolean {
    const { readonly, locked, target } = this.#context;
    return !readonly && !locked && target.of !== 'nothing';
  }

  get #isFull(): boolean {
    const most = number(this.#context.node.attributes, 'maxSubmissions');
    return most !== undefined && most > 0 && this.#texts.length >= most;
  }

  /** The field is as the config wants it at first. */
  #reset(): void {
    const { target, node } = this.#context;
    const given = target.of === 'nothing' ? '' : (text(node.attributes, 'value') ?? '');
    this.#pending = given ? { target, text: given } : undefined;
  }

  #type(written: string): void {
    this.#pending = { target: this.#context.target, text: written };
  }

  /** Adds what stands in the field; whether it could be. */
  #add(): boolean {
    const pending = this.#pending;
    const { attributes } = this.#context.node;
    if (!pending || pending.text.trim() === '' || pending.target.of === 'nothing') return false;
    if (flag(attributes, 'allowSubmit') === false) return false;
    // The answer of another target than the present one is not to be seen from here: only the present one is checked.
    const here = jsonEqual(pending.target as never, this.#context.target as never);
    if (here && this.#isFull) return false;
    if (here && flag(attributes, 'skipDuplicates') && isDuplicate(this.#texts, pending.text)) {
      this.#context.notify(DUPLICATE);
      return false;
    }
    this.#pending = undefined;
    this.#context.setValue([...(here ? this.#texts : this.#known), pending.text], pending.target);
    return true;
  }

  /** The texts of the target before it changed. */
  #known: readonly string[] = [];

  #change(place: number, written: string): void {
    const texts = this.#texts;
    if (texts[place] === written) return;
    if (flag(this.#context.node.attributes, 'skipDuplicates') && isDuplicate(texts, written, place)) {
      this.#context.notify(DUPLICATE);
      return this.#draw();
    }
    if (written.trim() === '') return this.#remove(place);
    this.#context.setValue(texts.map((one, at) => (at === place ? written : one)));
  }

  #remove(place: number): void {
    const left = this.#texts.filter((_, at) => at !== place);
    this.#context.setValue(left.length > 0 ? left : undefined);
  }

  #draw(): void {
    const { node, target } = this.#context;
    const { attributes } = node;
    const texts = this.#texts;
    this.#known = texts;
    const name = text(attributes, 'label') ?? node.name ?? 'Text';
    const label = text(attributes, 'label');
    const required = flag(attributes, 'required') ?? false;
    const alone = flag(attributes, 'transcription') ?? false;
    const mayAdd = this.#mayWrite && !this.#isFull && flag(attributes, 'allowSubmit') !== false;
    const changeable = this.#mayWrite && ((flag(attributes, 'editable') ?? false) || alone);
    render(
      html`<div class="le-textarea" role="group" aria-label=${name}>
        ${label || required ? html`<div class="le-textarea-label">${label ?? ''}${required ? html`<b title="An answer is required"> *</b>` : nothing}</div>` : nothing}
        ${repeat(
          texts,
          (_, place) => place,
          (one, place) => this.#entry(one, place, changeable),
        )}
        ${this.#isFull || (alone && texts.length > 0) ? nothing : this.#input(name, mayAdd, target)}
      </div>`,
      this.#place,
    );
  }

  #entry(written: string, place: number, changeable: boolean): TemplateResult {
    const label = `Text ${place + 1}`;
    return html`<div class="le-textarea-row">${
      changeable
        ? html`<textarea rows="1" aria-label=${label} .value=${live(written)}
            @keydown=${(event: KeyboardEvent) => this.#key(event, () => this.#change(place, writtenIn(event)), false)}
            @change=${(event: Event) => this.#change(place, writtenIn(event))}></textarea>`
        : html`<span class="le-textarea-text">${written}</span>`
    }${
      this.#mayWrite
        ? html`<button type="button" aria-label="Delete text ${place + 1}" title="Delete" @click=${() => this.#remove(place)}>${icons.minus}</button>`
        : nothing
    }</div>`;
  }

  #input(name: string, mayAdd: boolean, target: Target): TemplateResult {
    const { attributes } = this.#context.node;
    const rows = Math.max(1, number(attributes, 'rows') ?? 1);
    const button = flag(attributes, 'showSubmitButton') ?? rows > 1;
    const hint = target.of === 'nothing' ? 'Select a region to write' : (text(attributes, 'placeholder') ?? '');
    const add = () => {
      this.#add();
      this.#draw();
    };
    return html`<div class="le-textarea-row"><textarea
        rows=${rows} aria-label=${name} placeholder=${hint} ?disabled=${!mayAdd} .value=${live(this.#pending?.text ?? '')}
        @input=${(event: Event) => this.#type(writtenIn(event))}
        @keydown=${(event: KeyboardEvent) => this.#key(event, add, rows > 1)}
      ></textarea>${
        button && flag(attributes, 'allowSubmit') !== false
          ? html`<button type="button" class="le-textarea-add" ?disabled=${!mayAdd} title="Add${rows > 1 ? ' — Shift Enter' : ' — Enter'}" @click=${add}>Add</button>`
          : nothing
      }</div>`;
  }

  /**
   * Enter is done with the text; where it has several lines, Shift Enter. Ctrl Down and Ctrl Up go on to the next region or
   * back, Escape leaves the field, so that other keys are heard again.
   */
  #key(event: KeyboardEvent, done: () => void, lines: boolean): void {
    if (event.isComposing) return;
    const { node } = this.#context;
    const regional = node.attributes.perRegion === true;
    if (event.key === 'Enter' && event.shiftKey === lines && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      done();
      if (regional && flag(node.attributes, 'transcription')) this.#go('next-region');
    } else if (regional && event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      done();
      this.#go(event.key === 'ArrowDown' ? 'next-region' : 'previous-region');
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      done();
      const frame = this.#place.closest<HTMLElement>('[tabindex]');
      frame?.focus();
    }
  }

  /** To another region, and into its field. */
  #go(action: 'next-region' | 'previous-region'): void {
    this.#context.action(action)?.run();
    this.#context.scope.frame(() => this.#field?.focus());
  }
}

const writtenIn = (event: Event): string => (event.currentTarget as HTMLTextAreaElement).value;
