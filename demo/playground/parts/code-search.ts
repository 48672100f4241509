import { type EditorState, type Extension, Prec, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, getPanel, keymap, type Panel, showPanel } from '@codemirror/view';

const setOpen = StateEffect.define<boolean>();
const setQuery = StateEffect.define<string>();

interface Search {
  readonly open: boolean;
  readonly query: string;
  /** Where the query is found. */
  readonly found: readonly number[];
}

/** Places that are found; more are not counted. */
const most = 2000;

const search = StateField.define<Search>({
  create: () => ({ open: false, query: '', found: [] }),
  update(value, { effects, docChanged, state }) {
    let { open, query } = value;
    for (const effect of effects) {
      if (effect.is(setOpen)) open = effect.value;
      if (effect.is(setQuery)) query = effect.value;
    }
    if (open === value.open && query === value.query && !docChanged) return value;
    return { open, query, found: open ? placesOf(query, state) : [] };
  },
  provide: (field) => [
    showPanel.from(field, ({ open }) => (open ? searchPanel : null)),
    EditorView.decorations.from(field, ({ query, found }) => {
      const builder = new RangeSetBuilder<Decoration>();
      for (const at of found) builder.add(at, at + query.length, match);
      return builder.finish();
    }),
  ],
});
const match = Decoration.mark({ class: 'cm-found' });

function placesOf(query: string, state: EditorState): number[] {
  if (!query) return [];
  const [text, wanted] = [state.doc.toString().toLowerCase(), query.toLowerCase()];
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && found.length < most; at = text.indexOf(wanted, at + wanted.length)) {
    found.push(at);
  }
  return found;
}

/** Goes to the next place, or the one before. `from`: where to look first. */
function go(view: EditorView, step: 1 | -1, from: number): boolean {
  const { found, query } = view.state.field(search);
  if (found.length === 0) return false;
  const next =
    step > 0
      ? (found.find((at) => at >= from) ?? found[0])
      : (found.findLast((at) => at + query.length <= from) ?? found.at(-1));
  if (next === undefined) return false;
  view.dispatch({ selection: { anchor: next, head: next + query.length }, scrollIntoView: true, userEvent: 'select' });
  return true;
}
const further = (view: EditorView, step: 1 | -1) => {
  const { from, to } = view.state.selection.main;
  return go(view, step, step > 0 ? to : from);
};

function searchPanel(view: EditorView): Panel {
  const dom = Object.assign(document.createElement('search'), { className: 'cm-search' });
  const input = Object.assign(document.createElement('input'), {
    type: 'text',
    placeholder: 'Find',
    ariaLabel: 'Find',
    value: view.state.field(search).query,
  });
  const count = Object.assign(document.createElement('output'), { className: 'muted' });
  const button = (text: string, label: string, run: () => void) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button icon',
      textContent: text,
      title: label,
      ariaLabel: label,
    });
    made.addEventListener('click', run);
    return made;
  };
  const say = () => {
    const { query, found } = view.state.field(search);
    const { from } = view.state.selection.main;
    const at = found.indexOf(from);
    count.textContent = !query ? '' : found.length === 0 ? 'none' : `${at < 0 ? '–' : at + 1} of ${found.length}`;
  };
  input.addEventListener('input', () => {
    view.dispatch({ effects: setQuery.of(input.value) });
    go(view, 1, view.state.selection.main.from);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') further(view, event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close(view);
    else return;
    event.preventDefault();
  });
  dom.append(
    input,
    count,
    button('↑', 'Previous (Shift Enter)', () => further(view, -1)),
    button('↓', 'Next (Enter)', () => further(view, 1)),
    button('✕', 'Close (Escape)', () => close(view)),
  );
  say();
  return {
    dom,
    top: true,
    mount: () => input.select(),
    update: say,
  };
}

function open(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  const selected = view.state.sliceDoc(from, to);
  const query = selected && !selected.includes('\n') ? [setQuery.of(selected)] : [];
  view.dispatch({ effects: [setOpen.of(true), ...query] });
  const input = getPanel(view, searchPanel)?.dom.querySelector('input');
  if (input && query.length > 0) input.value = selected;
  input?.select();
  return true;
}

function close(view: EditorView): boolean {
  if (!view.state.field(search).open) return false;
  view.dispatch({ effects: setOpen.of(false) });
  view.focus();
  return true;
}

/** Finds text, as Ctrl F does elsewhere: the browser's own search sees only the lines that are drawn. */
export const codeSearch: Extension = [
  search,
  Prec.high(
    keymap.of([
      { key: 'Mod-f', run: open },
      { key: 'F3', run: (view) => further(view, 1), shift: (view) => further(view, -1) },
      { key: 'Mod-g', run: (view) => further(view, 1), shift: (view) => further(view, -1) },
    ]),
  ),
  // After completion and lint have had it.
  Prec.low(keymap.of([{ key: 'Escape', run: close }])),
];
