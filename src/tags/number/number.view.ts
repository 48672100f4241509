import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Dispose } from '../../contract/surface.js';
import type { TagContext, Target, View } from '../../contract/view.js';
import { type Json, jsonEqual } from '../../model/json.js';
import { attract } from '../parts/attention.js';
import { flag, text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { hotkeyBadge, hotkeyBadgeStyles, hotkeyText } from '../parts/hotkey-badge.js';
import { icons } from '../parts/icons.js';
import { objection, type Range, rangeOf } from './range.js';
import { readNumber, stepped, wrapped } from './typing.js';

/** Milliseconds without a key after which a number that may be given counts as given. */
const PAUSE = 600;
/** How far a slider goes where the config does not say it. */
const SLIDER_ROOM = 100;

/** A number to type, to step through, or to slide to. */
export const numberView: View = {
  styles: `
${hotkeyBadgeStyles}
.le-number { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 2px 0; }
.le-number-box {
  display: inline-flex; align-items: stretch; width: 132px; height: 28px; box-sizing: border-box; overflow: hidden;
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-number-box:focus-within { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-number-box:has([aria-invalid="true"]) { border-color: var(--le-danger); }
.le-number-box:has(:disabled) { background: var(--le-surface-2); }
.le-number-box input {
  flex: 1; min-width: 0; padding: 0 8px; font: inherit; font-variant-numeric: tabular-nums; color: var(--le-text);
  background: none; border: 0; outline: none;
}
.le-number-box input::placeholder { color: var(--le-muted); opacity: 1; }
.le-number-box input:disabled { color: var(--le-muted); -webkit-text-fill-color: var(--le-muted); }
.le-number-box button {
  display: grid; place-items: center; flex: none; width: 24px; padding: 0; color: var(--le-muted); cursor: pointer; background: none; border: 0;
  touch-action: manipulation;
}
.le-number-box button:hover:not(:disabled) { color: var(--le-text); background: var(--le-surface-2); }
.le-number-box button:disabled { opacity: 0.4; cursor: default; }
.le-number-slider { flex: 1 1 140px; min-width: 0; max-width: 320px; margin: 0; accent-color: var(--le-accent); cursor: pointer; }
.le-number-slider:disabled { cursor: default; }
.le-number-unset:not(:focus-visible, :active) { opacity: 0.5; }
.le-number-required { color: var(--le-danger); }
.le-number-note { flex-basis: 100%; margin: 0; color: var(--le-muted); overflow-wrap: anywhere; }
.le-number-note:empty { display: none; }
.le-number-wrong { color: var(--le-danger); }
@media (pointer: coarse) { .le-number-box { height: 36px; width: 164px; } .le-number-box button { width: 36px; } .le-number-slider { min-height: 36px; } }
`,
  mount(host, context) {
    mountContent(host, context);
    const place = document.createElement('div');
    host.append(place);
    new NumberField(context, place).start();
  },
};

/** What stands in the field and is not told yet, and whom it is meant for. */
interface Typed {
  readonly text: string;
  readonly target: Target;
}

class NumberField {
  readonly #context: TagContext;
  readonly #place: HTMLElement;
  readonly #range: Range;
  #typed: Typed | undefined;
  /** What is wrong with what was typed. */
  #wrong: string | undefined;
  #cancelPause: Dispose = () => {};

  constructor(context: TagContext, place: HTMLElement) {
    this.#context = context;
    this.#place = place;
    this.#range = rangeOf(context.node.attributes);
  }

  start(): void {
    const { scope, node } = this.#context;
    let before: Pick<TagContext, 'doc' | 'target' | 'value'> | undefined;
    scope.react(() => {
      const { doc, target, value } = this.#context;
      const stays = doc === before?.doc && jsonEqual(target, before.target);
      // What was typed for a region is its own, also when another is selected by a key. Another completion was settled before.
      if (!stays && doc === before?.doc) this.#tell();
      // Undo, or another hand: what was typed before is past. What the typing itself came to is no news.
      if (!stays || (!jsonEqual(value, before?.value) && !this.#says(value))) this.#forget();
      before = { doc, target, value };
      this.#draw();
    });
    this.#context.onSettle(() => this.#tell());
    this.#context.onFocusRequest(() => attract(this.#place, this.#field));
    const keys = text(node.attributes, 'hotkey');
    if (keys) this.#context.hotkey(keys, `Add to ${this.#name}`, () => this.#wrap());
  }

  get #name(): string {
    return this.#context.node.name ?? 'Number';
  }

  get #field(): HTMLInputElement | null {
    return this.#place.querySelector<HTMLInputElement>('.le-number-box input:enabled');
  }

  get #mayAnswer(): boolean {
    const { readonly, locked, target } = this.#context;
    return !readonly && !locked && target.of !== 'nothing';
  }

  /** The number as it stands in the field. */
  get #number(): number | undefined {
    const { value } = this.#context;
    return this.#typed ? readNumber(this.#typed.text) : typeof value === 'number' ? value : undefined;
  }

  #says(value: Json | undefined): boolean {
    return this.#typed !== undefined && readNumber(this.#typed.text) === value;
  }

  #forget(): void {
    this.#cancelPause();
    this.#typed = undefined;
    this.#wrong = undefined;
  }

  #type(written: string): void {
    this.#cancelPause();
    this.#typed = { text: written, target: this.#context.target };
    this.#wrong = undefined;
    this.#cancelPause = this.#context.scope.timeout(() => this.#pause(), PAUSE);
    this.#draw();
  }

  /** Somebody who pauses may be done, or think. */
  #pause(): void {
    const number = this.#number;
    if (!this.#typed || number === undefined) return;
    this.#wrong = objection(number, this.#range);
    if (this.#wrong === undefined) this.#context.setValue(number, this.#typed.target);
    this.#draw();
  }

  /** The answer is what was typed, also where it may not be: then it cannot be submitted. What is no number is none. */
  #tell(): void {
    const typed = this.#typed;
    // The field loses the focus when it is taken off the page, too.
    if (!typed || this.#context.scope.signal.aborted) return;
    const number = this.#number;
    this.#forget();
    if (typed.text.trim() === '') this.#context.setValue(undefined, typed.target);
    else if (number !== undefined) this.#context.setValue(number, typed.target);
    else this.#wrong = `“${short(typed.text.trim())}” is not a number.`;
  }

  #done(): void {
    this.#tell();
    this.#draw();
  }

  #step(by: 1 | -1): void {
    if (this.#mayAnswer) this.#type(String(stepped(this.#number, by, this.#range)));
  }

  #wrap(): void {
    if (!this.#mayAnswer) return;
    this.#type(String(wrapped(this.#number, this.#range)));
    this.#done();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.#step(event.key === 'ArrowUp' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#done();
    } else if (event.key === 'Escape') {
      // Leaves the field, so that other keys are heard again.
      event.stopPropagation();
      this.#done();
      this.#place.closest<HTMLElement>('[tabindex]')?.focus();
    }
  }

  #draw(): void {
    const { node, value, target } = this.#context;
    const { attributes } = node;
    const required = flag(attributes, 'required') ?? false;
    const keys = text(attributes, 'hotkey');
    const wrong = this.#wrong ?? (this.#typed || typeof value !== 'number' ? undefined : objection(value, this.#range));
    const waits = target.of === 'nothing' ? 'Select a region to answer.' : this.#stranger;
    render(
      html`<div class="le-number" role="group" aria-label=${this.#name} title=${keys ? `Add a step — ${hotkeyText(keys)}` : nothing}>
        ${flag(attributes, 'slider') ? this.#slider() : nothing}
        ${this.#box(required, wrong !== undefined)}
        ${required ? html`<span class="le-number-required" role="img" aria-label="required" title="An answer is required">*</span>` : nothing}
        ${hotkeyBadge(keys)}
        <p class="le-number-note ${wrong ? 'le-number-wrong' : ''}" role="status">${wrong ?? waits ?? nothing}</p>
      </div>`,
      this.#place,
    );
  }

  /** Says what is there where it is no number. */
  get #stranger(): string | undefined {
    const { value } = this.#context;
    if (value === undefined || value === null || typeof value === 'number' || this.#typed) return undefined;
    return `The result says ${short(JSON.stringify(value))}, which is not a number. It is kept until you give one.`;
  }

  #box(required: boolean, invalid: boolean): TemplateResult {
    const { value } = this.#context;
    const { min, max } = this.#range;
    const shown = this.#typed?.text ?? (typeof value === 'number' ? String(value) : '');
    const off = !this.#mayAnswer;
    // The keys of a phone for decimals have no minus.
    return html`<span class="le-number-box">
      <input
        type="text" role="spinbutton" inputmode=${min !== undefined && min >= 0 ? 'decimal' : 'text'} autocomplete="off" spellcheck="false"
        aria-label=${this.#name} aria-valuenow=${this.#number ?? nothing} aria-valuemin=${min ?? nothing} aria-valuemax=${max ?? nothing}
        aria-required=${required ? 'true' : nothing} aria-invalid=${invalid ? 'true' : 'false'} placeholder=${between(this.#range)}
        ?disabled=${off} .value=${live(shown)}
        @input=${(event: Event) => this.#type((event.currentTarget as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#key(event)} @blur=${() => this.#done()}
      />${([-1, 1] as const).map(
        (by) => html`<button
          type="button" tabindex="-1" aria-label=${by > 0 ? 'More' : 'Less'} title=${by > 0 ? 'More — ↑' : 'Less — ↓'}
          ?disabled=${off || (this.#number !== undefined && stepped(this.#number, by, this.#range) === this.#number)}
          @click=${() => this.#step(by)}
        >${by > 0 ? icons.plus : icons.minus}</button>`,
      )}</span>`;
  }

  #slider(): TemplateResult {
    const { min = 0, max = min + SLIDER_ROOM, step } = this.#range;
    const take = (event: Event) => this.#type((event.currentTarget as HTMLInputElement).value);
    return html`<input
      type="range" class="le-number-slider ${this.#number === undefined ? 'le-number-unset' : ''}"
      aria-label="${this.#name}, slider" min=${min} max=${max} step=${step ?? 1} ?disabled=${!this.#mayAnswer}
      .value=${live(String(this.#number ?? min))}
      @input=${take} @change=${() => this.#done()}
      @click=${(event: Event) => {
        // A press where the knob is already changes nothing, but it is an answer where there was none.
        if (this.#number !== undefined) return;
        take(event);
        this.#done();
      }}
    />`;
  }
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

function between({ min, max }: Range): string {
  if (min !== undefined && max !== undefined) return `${min} – ${max}`;
  if (min !== undefined) return `${min} or more`;
  return max === undefined ? '' : `${max} or less`;
}
