import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Dispose } from '../../contract/surface.js';
import type { TagContext, Target } from '../../contract/view.js';
import type { CompletionDoc } from '../../model/document.js';
import { type Json, jsonEqual } from '../../model/json.js';
import { flag, text } from '../parts/attributes.js';
import { hotkeyBadge, hotkeyText } from '../parts/hotkey-badge.js';
import { icons } from '../parts/icons.js';
import { type Asked, completed, type Draft, draftOf, emptyDraft, readAsked, readStamp, writeStamp } from './asked.js';
import { type Bounds, boundsOf, refusal, yearsOf } from './bounds.js';
import type { Formats } from './formats.js';

/** Milliseconds without a key after which a date that may be given counts as given: while a year is typed, the field has one at each digit. */
const PAUSE = 600;

type Field = keyof Draft;
const names: Readonly<Record<Field, string>> = { date: 'Date', month: 'Month', year: 'Year', time: 'Time' };
const months = Array.from({ length: 12 }, (_, index) =>
  new Date(2000, index, 1).toLocaleDateString('en', { month: 'long' }),
);

/** What stands in the fields of a target and is not in its answer, or not as it was filled in. */
interface Filled {
  readonly target: Target;
  readonly draft: Draft;
}

/** The fields for one answer. What is filled in by half is kept, for each region or page on its own, until the rest comes. */
export class DateFields {
  readonly #context: TagContext;
  readonly #place: HTMLElement;
  readonly #asked: Asked;
  readonly #formats: Formats | undefined;
  readonly #bounds: Bounds;
  readonly #filledOf = new WeakMap<CompletionDoc, Map<string, Filled>>();
  #wrong: string | undefined;
  #cancelPause: Dispose = () => {};

  constructor(context: TagContext, place: HTMLElement, formats: Formats | undefined) {
    const { attributes } = context.node;
    this.#context = context;
    this.#place = place;
    this.#formats = formats;
    this.#asked = readAsked(attributes.only);
    this.#bounds = boundsOf(attributes, new Date());
  }

  start(): void {
    let before: Pick<TagContext, 'doc' | 'target' | 'value'> | undefined;
    this.#context.scope.react(() => {
      const { doc, target, value } = this.#context;
      const stays = doc === before?.doc && jsonEqual(target, before.target);
      // Another completion was settled before it was left.
      if (before && !stays && doc === before.doc) this.#tell(before.target);
      // Undo, or another hand: what was filled in before is past. What the filling itself came to is no news.
      const news = stays && !jsonEqual(value, before?.value) && !this.#says(value);
      if (news) this.#filled.delete(keyOf(target));
      if (news || !stays) this.#wrong = undefined;
      before = { doc, target, value };
      this.#draw();
    });
    this.#context.onSettle(() => this.#done());
  }

  get first(): HTMLElement | null {
    return this.#place.querySelector<HTMLElement>('input:enabled, select:enabled');
  }

  /** By target, of the completion on show. */
  get #filled(): Map<string, Filled> {
    const { doc } = this.#context;
    const filled = this.#filledOf.get(doc) ?? new Map<string, Filled>();
    this.#filledOf.set(doc, filled);
    return filled;
  }

  get #mayAnswer(): boolean {
    const { readonly, locked, target } = this.#context;
    return !readonly && !locked && target.of !== 'nothing';
  }

  get #draft(): Draft {
    const { target, value } = this.#context;
    const filled = this.#filled.get(keyOf(target));
    return filled?.draft ?? draftOf(readStamp(value, this.#asked, this.#formats) ?? {}, this.#asked);
  }

  /** The answer that fields come to; undefined where something is missing. */
  #answerOf(draft: Draft): string | undefined {
    const whole = completed(draft, this.#asked);
    return 'stamp' in whole ? writeStamp(whole.stamp, this.#asked, this.#formats) : undefined;
  }

  #says(value: Json | undefined): boolean {
    const filled = this.#filled.get(keyOf(this.#context.target));
    return filled !== undefined && this.#answerOf(filled.draft) === value;
  }

  #fill(field: Field, written: string): void {
    const { target } = this.#context;
    this.#cancelPause();
    this.#wrong = undefined;
    this.#filled.set(keyOf(target), { target, draft: { ...this.#draft, [field]: written } });
    this.#cancelPause = this.#context.scope.timeout(() => this.#pause(), PAUSE);
    this.#draw();
  }

  /** Somebody who pauses may be done, or think. */
  #pause(): void {
    const whole = completed(this.#draft, this.#asked);
    if (!('stamp' in whole)) return;
    this.#wrong = this.#refusal(whole.stamp);
    if (this.#wrong === undefined) this.#tell(this.#context.target);
    this.#draw();
  }

  #refusal(stamp: Parameters<typeof refusal>[0]): string | undefined {
    const why = refusal(stamp, this.#asked, this.#bounds);
    return why && `It ${why}`;
  }

  /** The answer is what was filled in, also where it may not be: then it cannot be submitted. What is half a date is none. */
  #tell(target: Target): void {
    this.#cancelPause();
    const key = keyOf(target);
    const filled = this.#filled.get(key);
    if (!filled || this.#context.scope.signal.aborted) return;
    const whole = completed(filled.draft, this.#asked);
    const answer = this.#answerOf(filled.draft);
    const half = 'missing' in whole && !isEmpty(filled.draft);
    const back = answer === undefined ? undefined : readStamp(answer, this.#asked, this.#formats);
    const told = 'stamp' in whole && jsonEqual(back && draftOf(back, this.#asked), filled.draft);
    // A format may say less than was filled in; then the fields still show all of it.
    if (!half && (told || answer === undefined)) this.#filled.delete(key);
    this.#context.setValue(answer, target);
  }

  /** The user is through with the fields. */
  #done(): void {
    const { target, value } = this.#context;
    const bad = [...this.#place.querySelectorAll('input')].find(({ validity }) => validity.badInput);
    if (bad) {
      this.#cancelPause();
      this.#wrong = `There is no such ${bad.type}, or a part of it is missing.`;
      // Half of what was there before is no answer; all of it comes back.
      if (readStamp(value, this.#asked, this.#formats)) {
        this.#filled.delete(keyOf(target));
        this.#wrong += ` It is left as it was.`;
      }
    } else this.#tell(target);
    this.#draw();
  }

  #clear(): void {
    const { target } = this.#context;
    this.#cancelPause();
    this.#wrong = undefined;
    this.#filled.set(keyOf(target), { target, draft: emptyDraft });
    // The browser keeps what was typed by half, and tells nobody.
    for (const input of this.#place.querySelectorAll('input')) input.value = '';
    this.first?.focus();
    this.#tell(target);
    this.#draw();
  }

  #draw(): void {
    const { node, target, value } = this.#context;
    const { attributes } = node;
    const required = flag(attributes, 'required') ?? false;
    const keys = text(attributes, 'hotkey');
    const draft = this.#draft;
    const asked = this.#asked;
    const wrong = this.#wrong ?? this.#refusalOfAnswer;
    const note = wrong ?? (target.of === 'nothing' ? 'Select a region to answer.' : (this.#missing ?? this.#stranger));
    const clearable =
      this.#mayAnswer && ((value ?? undefined) !== undefined || !isEmpty(draft) || this.#wrong !== undefined);
    const name = node.name ?? 'Date';
    render(
      html`<div
        class="le-date" role="group" aria-label=${name} title=${keys ? `${name} — ${hotkeyText(keys)}` : nothing}
        @focusout=${(event: FocusEvent) => this.#left(event)} @keydown=${(event: KeyboardEvent) => this.#key(event)}
      >
        ${asked.date ? this.#native('date', draft.date, wrong, required) : nothing}
        ${asked.month ? this.#select('month', draft.month, monthOptions, wrong, required) : nothing}
        ${asked.year ? this.#select('year', draft.year, this.#years(draft.year), wrong, required) : nothing}
        ${asked.time ? this.#native('time', draft.time, wrong, required) : nothing}
        ${clearable ? html`<button type="button" class="le-date-clear" aria-label="Clear ${name}" title="Clear" @click=${() => this.#clear()}>${icons.cross}</button>` : nothing}
        ${required ? html`<span class="le-date-required" role="img" aria-label="required" title="An answer is required">*</span>` : nothing}
        ${hotkeyBadge(keys)}
        <p class="le-date-note ${wrong ? 'le-date-wrong' : ''}" role="status">${note ?? nothing}</p>
      </div>`,
      this.#place,
    );
  }

  get #refusalOfAnswer(): string | undefined {
    const { target, value } = this.#context;
    if (this.#filled.has(keyOf(target))) return undefined;
    const stamp = readStamp(value, this.#asked, this.#formats);
    return stamp && !(this.#asked.time && stamp.time === undefined) ? this.#refusal(stamp) : undefined;
  }

  /** What half a date still needs. */
  get #missing(): string | undefined {
    const draft = this.#draft;
    const whole = completed(draft, this.#asked);
    if ('stamp' in whole || isEmpty(draft)) return undefined;
    const rest = whole.missing.join(' and a ');
    return `A ${rest} is missing; until then there is no answer.`;
  }

  /** Says what is there where it is not to be read. */
  get #stranger(): string | undefined {
    const { target, value } = this.#context;
    if (value === undefined || value === null || this.#filled.has(keyOf(target))) return undefined;
    if (readStamp(value, this.#asked, this.#formats)) return undefined;
    const said = JSON.stringify(value);
    const short = said.length > 80 ? `${said.slice(0, 80)}…` : said;
    return `The result says ${short}, which cannot be read here. It is kept until you give another.`;
  }

  #native(field: 'date' | 'time', value: string, wrong: string | undefined, required: boolean): TemplateResult {
    const { min, max } = this.#bounds;
    // Hours bound a time only where they stand alone: `min` of another day says nothing about them.
    const edge = (bound: typeof min) =>
      field === 'date' ? bound?.date : bound?.date === undefined ? bound?.time : undefined;
    const steps = field === 'time' || !this.#asked.time ? text(this.#context.node.attributes, 'step') : undefined;
    return html`<input
      type=${field} aria-label=${names[field]} title=${names[field]} min=${edge(min) ?? nothing} max=${edge(max) ?? nothing} step=${steps ?? nothing}
      aria-required=${required ? 'true' : nothing} aria-invalid=${wrong ? 'true' : 'false'}
      ?disabled=${!this.#mayAnswer} .value=${live(value)}
      @input=${(event: Event) => this.#typed(field, event.currentTarget as HTMLInputElement)}
    />`;
  }

  /** A date that is being typed is none for a while; only at the end of it that means something. */
  #typed(field: Field, input: HTMLInputElement): void {
    if (input.validity.badInput) this.#cancelPause();
    else this.#fill(field, input.value);
  }

  #select(
    field: 'month' | 'year',
    value: string,
    options: readonly (readonly [value: string, label: string])[],
    wrong: string | undefined,
    required: boolean,
  ): TemplateResult {
    return html`<select
      aria-label=${names[field]} title=${names[field]} aria-required=${required ? 'true' : nothing} aria-invalid=${wrong ? 'true' : 'false'}
      ?disabled=${!this.#mayAnswer} @change=${(event: Event) => this.#fill(field, (event.currentTarget as HTMLSelectElement).value)}
    ><option value="" .selected=${live(value === '')}>${names[field]}</option>${options.map(
      ([each, label]) => html`<option value=${each} .selected=${live(each === value)}>${label}</option>`,
    )}</select>`;
  }

  /** One that the list has not, but the result does, is there too. */
  #years(present: string): readonly (readonly [string, string])[] {
    const years = yearsOf(this.#bounds, new Date());
    const all = present === '' || years.includes(present) ? years : [...years, present].sort().reverse();
    return all.map((year) => [year, year]);
  }

  #left({ target, relatedTarget, currentTarget }: FocusEvent): void {
    // A button that had the focus goes while this is drawn.
    if (target instanceof HTMLButtonElement) return;
    const bad = target instanceof HTMLInputElement && target.validity.badInput;
    const next = relatedTarget instanceof Element && relatedTarget.matches('input, select') ? relatedTarget : null;
    if (bad || !next || !(currentTarget as HTMLElement).contains(next)) this.#done();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      this.#done();
    } else if (event.key === 'Escape') {
      // Leaves the field, so that other keys are heard again.
      event.stopPropagation();
      this.#done();
      this.#place.closest<HTMLElement>('[tabindex]')?.focus();
    }
  }
}

const monthOptions = months.map((label, index) => [String(index + 1).padStart(2, '0'), label] as const);

const keyOf = (target: Target): string => JSON.stringify(target);

const isEmpty = (draft: Draft): boolean => Object.values(draft).every((field) => field === '');
