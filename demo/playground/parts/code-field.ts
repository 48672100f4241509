import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { autoCloseTags, xmlLanguage } from '@codemirror/lang-xml';
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type Rect,
} from '@codemirror/view';
import { codeColours } from './code-colours.js';
import { codeLook } from './code-look.js';
import type { Language } from './code-paint.js';
import { codeSearch } from './code-search.js';
import { wordAt } from './config-text.js';

interface CodeFieldOptions {
  readonly label: string;
  readonly language: Language;
  /** Called after a short pause in typing. */
  readonly onEdit: (text: string) => void;
  readonly onReset: () => void;
  /** What it offers while one types. */
  readonly completion?: CompletionSource;
  readonly extensions?: Extension;
}

/** Something wrong in the text; line and column from 1. */
export interface Fault {
  readonly line: number;
  readonly column?: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Milliseconds without a key after which an edit counts. */
const PAUSE = 350;

/** Marks what the page puts into the field, which is no edit. */
const shown = Annotation.define<true>();

const languages = {
  json,
  xml: () =>
    new LanguageSupport(xmlLanguage, [
      autoCloseTags,
      xmlLanguage.data.of({ closeBrackets: { brackets: ['"'], before: ' \t\n/>' } }),
    ]),
} as const;

/** A code editor with a place for one message and a button that brings back what was there. */
export class CodeField {
  readonly #view: EditorView;
  readonly #message = Object.assign(document.createElement('output'), { className: 'message' });
  readonly #reset = Object.assign(document.createElement('button'), {
    className: 'button',
    type: 'button',
    textContent: 'Reset',
    title: 'Back to the example as it was',
  });
  readonly #options: CodeFieldOptions;
  readonly #extensions: Extension;
  #timer = 0;
  #resetting = false;

  constructor(panel: HTMLElement, options: CodeFieldOptions) {
    this.#options = options;
    const field = Object.assign(document.createElement('div'), { className: 'code' });
    const foot = Object.assign(document.createElement('div'), { className: 'foot' });
    const keys = Object.assign(document.createElement('span'), {
      className: 'keys',
      textContent: options.completion ? 'Ctrl Space completes · Escape, Tab leaves' : 'Escape, Tab leaves',
    });
    foot.append(this.#message, keys, this.#reset);
    panel.append(field, foot);
    this.#extensions = this.#setUp();
    this.#view = new EditorView({ parent: field, state: this.#stateOf('', false) });
    this.#reset.addEventListener('click', () => {
      this.#resetting = true;
      options.onReset();
      this.#resetting = false;
    });
  }

  /** Shows a text. One that is too long to edit here is shown in part, and cannot be changed. */
  show(text: string, { editable, changed }: { editable: boolean; changed: boolean }): void {
    window.clearTimeout(this.#timer);
    // A reset can be undone; another example has a history of its own.
    if (this.#resetting) {
      this.#view.dispatch({
        changes: { from: 0, to: this.#view.state.doc.length, insert: text },
        annotations: [shown.of(true), isolateHistory.of('full')],
      });
    } else {
      this.#view.setState(this.#stateOf(text, editable));
    }
    this.#reset.disabled = !changed;
    this.say('');
  }

  /** A message under the text; of an error, or of no harm. */
  say(message: string, kind: 'error' | '' = ''): void {
    this.#message.textContent = message;
    this.#message.dataset.kind = kind;
  }

  /** Marks what is wrong in the text, in place of what was marked before. */
  mark(faults: readonly Fault[]): void {
    const { doc } = this.#view.state;
    const text = doc.toString();
    const diagnostics = faults
      .filter(({ line }) => line >= 1 && line <= doc.lines)
      .map(({ line, column, severity, message }): Diagnostic => {
        const { from: start, to: end } = doc.line(line);
        const from = Math.min(start + (column ?? 1) - 1, end);
        const to = column === undefined ? end : Math.min(wordAt(text, from), end);
        // What is wrong at the end of a line is behind it: a sign is marked that can be seen.
        return { from: to > from ? from : Math.max(start, to - 1), to, severity, message };
      })
      .sort((a, b) => a.from - b.from);
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Selects from a place to the end of its line (both from 1), and shows it. */
  reveal(line: number, column = 1): void {
    const { doc } = this.#view.state;
    const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    const anchor = Math.min(from + column - 1, to);
    this.#view.dispatch({
      selection: { anchor, head: to },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.#view.focus();
  }

  #stateOf(text: string, editable: boolean): EditorState {
    return EditorState.create({ doc: text, extensions: [EditorState.readOnly.of(!editable), this.#extensions] });
  }

  #setUp(): Extension {
    const { label, language, completion, extensions = [] } = this.#options;
    return [
      lintGutter(),
      lineNumbers(),
      highlightActiveLineGutter(),
      highlightActiveLine(),
      highlightSpecialChars(),
      history(),
      drawSelection(),
      dropCursor(),
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      EditorView.lineWrapping,
      languages[language](),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false, positionInfo: besideOrBelow, ...(completion && { override: [completion] }) }),
      codeColours,
      codeSearch,
      codeLook,
      EditorView.contentAttributes.of({ 'aria-label': label, autocapitalize: 'off', autocorrect: 'off' }),
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        // Escape lets the next Tab leave the field: a keyboard must be able to get out.
        indentWithTab,
      ]),
      extensions,
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some((each) => each.annotation(shown))) this.#edited();
      }),
    ];
  }

  #edited(): void {
    this.#reset.disabled = false;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#options.onEdit(this.#view.state.doc.toString()), PAUSE);
  }
}

/** What is said of an option stands beside the list, or, where there is no room (a phone), below it. */
function besideOrBelow(
  _: EditorView,
  list: Rect,
  option: Rect,
  info: Rect,
  space: Rect,
): { style: string; class: string } {
  const width = Math.min(info.right - info.left, 260);
  const top = Math.max(0, Math.min(option.top, space.bottom - (info.bottom - info.top)) - list.top);
  const side =
    space.right - list.right > width ? 'left: 100%' : list.left - space.left > width ? 'right: 100%' : undefined;
  if (side) return { style: `top: ${top}px; ${side}; max-width: 260px`, class: '' };
  const [below, right] = [list.bottom - list.top, space.right - list.left];
  return { style: `top: ${below}px; left: 0; max-width: ${Math.min(320, right)}px`, class: '' };
}
