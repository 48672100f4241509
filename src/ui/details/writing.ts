import { html, nothing, type TemplateResult } from 'lit';
import type { Gesture } from '../../store/document-store.js';
import { keysText } from '../buttons.js';
import type { Desk } from '../desk.js';
import { detailTexts } from './texts.js';

/** A text of a region that is written in the details. */
export interface Writing {
  /** The accessible name. */
  readonly name: string;
  /** What the document has now. */
  text(): string;
  /** What the step is called in the history. */
  readonly step: string;
  readonly mayWrite: boolean;
  readonly placeholder?: string;
  /** Whether it was taken. */
  put(text: string, gesture: Gesture): boolean;
}

const MOST_LINES = 8;

/** What is being written in a field, one undo step until the field is left: the document has it with every key. */
const writing = new WeakMap<HTMLTextAreaElement, Gesture>();
/** What had the focus before, of editors whose field was gone to by its key. */
const before = new WeakMap<Desk, HTMLElement>();

/** A field of as many lines as it takes. Enter saves and leaves it, Shift+Enter begins a line, Escape takes it all back. */
export function writingField(desk: Desk, look: Writing): TemplateResult {
  const { editor } = desk;
  const texts = detailTexts(desk.locale);
  const text = look.text();
  const input = (event: Event) => {
    const field = event.currentTarget as HTMLTextAreaElement;
    const { store } = editor.completion ?? {};
    if (!store) return;
    let gesture = writing.get(field);
    if (!gesture?.open) {
      gesture = store.gesture(look.step);
      writing.set(field, gesture);
    }
    look.put(field.value, gesture);
  };
  const leave = (event: Event) => {
    const field = event.currentTarget as HTMLTextAreaElement;
    const gesture = writing.get(field);
    writing.delete(field);
    if (gesture?.open) {
      look.put(field.value.trimEnd(), gesture);
      gesture.commit();
    }
    field.value = look.text();
  };
  const key = (event: KeyboardEvent) => {
    const field = event.currentTarget as HTMLTextAreaElement;
    if (event.isComposing || (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey))) return;
    if (event.key === 'Escape') {
      writing.get(field)?.cancel();
      field.value = look.text();
    }
    event.preventDefault();
    event.stopPropagation();
    goBack(desk);
  };
  const hint = texts.writeHint(keysText('enter'), keysText('shift+enter'), keysText('escape'));
  return html`<textarea
    class="writing" autocomplete="off" aria-label=${look.name} rows=${Math.min(MOST_LINES, text.split('\n').length)} .value=${text}
    placeholder=${(look.mayWrite && look.placeholder) || nothing} title=${look.mayWrite ? hint : nothing} ?readonly=${!look.mayWrite}
    @input=${input} @keydown=${key} @blur=${leave}
  ></textarea>${look.mayWrite ? html`<small class="writing-hint" aria-hidden="true">${hint}</small>` : nothing}`;
}

/** Gives a field the focus, the cursor behind what is written. */
export function goTo(desk: Desk, field: HTMLTextAreaElement): void {
  const { activeElement } = desk.root;
  if (activeElement instanceof HTMLElement && activeElement !== field) before.set(desk, activeElement);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollIntoView({ block: 'nearest' });
}

/** Gives the focus back to what had it, or to the editor, whose keys work then. */
function goBack(desk: Desk): void {
  const last = before.get(desk);
  before.delete(desk);
  (last?.isConnected ? last : desk.root.querySelector<HTMLElement>('.le'))?.focus({ preventScroll: true });
}
