import type { TagContext, Target } from '../../contract/view.js';
import { type Json, jsonEqual } from '../../model/json.js';
import { untracked } from '../../reactive/index.js';
import { flag, number } from '../parts/attributes.js';
import { entriesOf, isDuplicate, shown } from './entries.js';
import { addSeconds, InteractionTime } from './interaction-time.js';

const DUPLICATE = 'There is already an entry with that text. Please enter unique text.';

/** The place of the text that is not added yet. */
export const NEW = -1;

/**
 * The texts of the target, and what is written in fields and not told yet. Nothing of it is observable but the answer
 * itself, so that a key in a field costs nothing elsewhere.
 */
export class Texts {
  readonly time = new InteractionTime();
  readonly #context: TagContext;
  /** What stands in the fields, by the place of the text. */
  readonly #written = new Map<number, string>();
  /** Whom it is meant for. */
  #target: Target;
  /** Of the target, as it was seen last: from outside it cannot be looked up. */
  #known: { readonly entries: readonly Json[]; readonly leadTime: Json | undefined };
  /** The user has changed nothing: the text of the config stands in the field. */
  #isUntouched = true;

  constructor(context: TagContext) {
    this.#context = context;
    this.#target = context.target;
    this.#known = { entries: [], leadTime: undefined };
  }

  /** Observable. */
  get entries(): readonly Json[] {
    return this.#isHere ? entriesOf(this.#context.value) : this.#known.entries;
  }

  get mayWrite(): boolean {
    const { readonly, locked, target } = this.#context;
    return !readonly && !locked && target.of !== 'nothing';
  }

  get isFull(): boolean {
    const most = number(this.#context.node.attributes, 'maxSubmissions');
    return most !== undefined && most > 0 && this.entries.length >= most;
  }

  get mayAdd(): boolean {
    return this.mayWrite && !this.isFull && flag(this.#context.node.attributes, 'allowSubmit') !== false;
  }

  /** What is to stand in the field of a text. */
  inField(place: number): string {
    const entry = this.entries[place];
    return this.#written.get(place) ?? (place === NEW ? this.#given : entry === undefined ? '' : shown(entry));
  }

  /** The text that the config puts into the field, while nothing was written yet. */
  get #given(): string {
    const { value } = this.#context.node.attributes;
    if (!this.#isUntouched || !this.mayWrite || this.entries.length > 0) return '';
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  /** What was typed for a region is its own, also when another is selected by a key. Observable. */
  follow(): void {
    const { target, value } = this.#context;
    if (!this.#isHere) {
      untracked(() => this.settle());
      this.#written.clear();
      this.time.take();
      this.#isUntouched = true;
      this.#target = target;
    }
    this.#known = { entries: entriesOf(value), leadTime: untracked(() => this.#context.meta?.lead_time) };
  }

  write(place: number, text: string): void {
    this.#isUntouched = false;
    this.#written.set(place, text);
  }

  /** Tells what was written and not told yet. */
  settle(): void {
    for (const place of [...this.#written.keys()]) if (place !== NEW) this.change(place);
    // A region that was only looked at, or a page that is left, does not take the text of the config for an answer.
    const isUnseen = this.#target.of === 'regions' || document.visibilityState === 'hidden';
    if (!this.#isUntouched || !isUnseen) this.add();
  }

  /** Adds what stands in the field. */
  add(): void {
    const text = this.inField(NEW);
    const { attributes } = this.#context.node;
    if (text.trim() === '' || this.#target.of === 'nothing' || this.isFull) return;
    if ((this.#isHere && !this.mayWrite) || flag(attributes, 'allowSubmit') === false) return;
    if (flag(attributes, 'skipDuplicates') && isDuplicate(this.entries, text)) return this.#context.notify(DUPLICATE);
    this.#written.delete(NEW);
    this.#isUntouched = false;
    this.#tell([...this.entries, text]);
  }

  /** Puts what stands in the field of a text into its place. */
  change(place: number): void {
    const text = this.#written.get(place);
    const { entries } = this;
    this.#written.delete(place);
    const before = entries[place];
    if (text === undefined || before === undefined || text === shown(before)) return;
    if (text.trim() === '') return this.remove(place);
    if (flag(this.#context.node.attributes, 'skipDuplicates') && isDuplicate(entries, text, place)) {
      return this.#context.notify(DUPLICATE);
    }
    this.#tell(entries.map((one, at) => (at === place ? text : one)));
  }

  remove(place: number): void {
    const written = [...this.#written].filter(([at]) => at !== place);
    this.#written.clear();
    for (const [at, text] of written) this.#written.set(at > place ? at - 1 : at, text);
    this.#isUntouched = false;
    this.#tell(this.entries.filter((_, at) => at !== place));
  }

  get #isHere(): boolean {
    return jsonEqual(this.#target as never, this.#context.target as never);
  }

  #tell(entries: readonly Json[]): void {
    const spent = this.time.take();
    const before = this.#isHere ? this.#context.meta?.lead_time : this.#known.leadTime;
    const leadTime = addSeconds(before, spent);
    this.#known = { entries, leadTime };
    const value = entries.length > 0 ? entries : undefined;
    this.#context.setValue(value, this.#target, spent > 0 ? { lead_time: leadTime } : undefined);
  }
}
