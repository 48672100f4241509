import { type Language, paintLines } from './code-paint.js';

interface CodeFieldOptions {
  readonly label: string;
  readonly language: Language;
  /** Called after a short pause in typing. */
  readonly onEdit: (text: string) => void;
  readonly onReset: () => void;
}

/** Milliseconds without a key after which an edit counts. */
const PAUSE = 350;

/** A plain textarea with colours, line numbers and a place for one message. */
export class CodeField {
  readonly #area = document.createElement('textarea');
  readonly #lines = Object.assign(document.createElement('div'), { className: 'code-lines' });
  readonly #message = Object.assign(document.createElement('output'), { className: 'message' });
  readonly #reset = Object.assign(document.createElement('button'), {
    className: 'button',
    type: 'button',
    textContent: 'Reset',
    title: 'Back to the example as it was',
  });
  readonly #options: CodeFieldOptions;
  #timer = 0;
  #wrongLine: number | undefined;
  /** Escape lets the next Tab leave the field: a keyboard must be able to get out. */
  #leaving = false;

  constructor(panel: HTMLElement, options: CodeFieldOptions) {
    this.#options = options;
    const field = Object.assign(document.createElement('div'), { className: 'code' });
    Object.assign(this.#area, { spellcheck: false, autocomplete: 'off', autocapitalize: 'off', wrap: 'soft' });
    this.#area.ariaLabel = options.label;
    this.#area.title = 'Tab indents; Escape, then Tab leaves the field';
    const sheet = Object.assign(document.createElement('div'), { className: 'code-sheet' });
    sheet.append(this.#lines, this.#area);
    field.append(sheet);
    const foot = Object.assign(document.createElement('div'), { className: 'foot' });
    foot.append(this.#message, this.#reset);
    panel.append(field, foot);
    this.#area.addEventListener('input', () => this.#edited());
    this.#area.addEventListener('keydown', (event) => this.#key(event));
    this.#reset.addEventListener('click', () => options.onReset());
  }

  /** Shows a text. One that is too long to edit here is shown in part, and cannot be changed. */
  show(text: string, { editable, changed }: { editable: boolean; changed: boolean }): void {
    window.clearTimeout(this.#timer);
    this.#area.value = text;
    this.#area.readOnly = !editable;
    this.#reset.disabled = !changed;
    this.say('');
  }

  /** A message under the text, about one line of it (1-based) or about all. */
  say(message: string, line?: number): void {
    this.#message.textContent = message;
    this.#message.dataset.kind = line === undefined ? '' : 'error';
    this.#wrongLine = line;
    this.#paint();
  }

  /** Puts the caret on a line (1-based) and shows it. */
  reveal(line: number, column = 1): void {
    const lines = this.#area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    this.#area.focus({ preventScroll: true });
    this.#area.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
    this.#lines.children[line - 1]?.scrollIntoView({ block: 'center' });
  }

  #edited(): void {
    this.#reset.disabled = false;
    this.#wrongLine = undefined;
    this.#paint();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#options.onEdit(this.#area.value), PAUSE);
  }

  #paint(): void {
    const lines = paintLines(this.#area.value, this.#options.language);
    if (this.#wrongLine !== undefined) lines[this.#wrongLine - 1]?.classList.add('wrong');
    this.#lines.replaceChildren(...lines);
  }

  #key(event: KeyboardEvent): void {
    const leaving = this.#leaving;
    this.#leaving = event.key === 'Escape';
    if (event.key === 'Tab' && !leaving && !event.ctrlKey && !event.altKey && !this.#area.readOnly) {
      event.preventDefault();
      if (event.shiftKey) this.#outdent();
      else this.#insert('  ');
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const before = this.#area.value.slice(0, this.#area.selectionStart);
      this.#insert(`\n${/[^\n]*$/.exec(before)?.[0].match(/^[ \t]*/)?.[0] ?? ''}`);
    }
  }

  #outdent(): void {
    const { value, selectionStart } = this.#area;
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const spaces = /^ {1,2}/.exec(value.slice(start))?.[0].length ?? 0;
    if (spaces === 0) return;
    this.#area.setSelectionRange(start, start + spaces);
    this.#insert('');
    const caret = Math.max(start, selectionStart - spaces);
    this.#area.setSelectionRange(caret, caret);
  }

  /** As if typed, so that the browser's own undo takes it back; no other way does that. */
  #insert(text: string): void {
    const done = text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
    if (done) return;
    const { selectionStart, selectionEnd } = this.#area;
    this.#area.setRangeText(text, selectionStart, selectionEnd, 'end');
    this.#edited();
  }
}
