import { syntaxTree } from '@codemirror/language';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** By what the parsers of XML and JSON call it: the class that `code-paint.ts` gives to the same. */
const classes: Readonly<Record<string, string>> = {
  StartTag: 't-tag',
  StartCloseTag: 't-tag',
  EndTag: 't-tag',
  SelfCloseEndTag: 't-tag',
  TagName: 't-tag',
  AttributeName: 't-name',
  AttributeValue: 't-string',
  Comment: 't-comment',
  ProcessingInst: 't-comment',
  DoctypeDecl: 't-comment',
  Cdata: 't-comment',
  EntityReference: 't-literal',
  CharacterReference: 't-literal',
  PropertyName: 't-name',
  String: 't-string',
  Number: 't-literal',
  True: 't-literal',
  False: 't-literal',
  Null: 't-literal',
};
const marks = new Map([...new Set(Object.values(classes))].map((name) => [name, Decoration.mark({ class: name })]));

class Colours {
  decorations: DecorationSet;
  #tree: ReturnType<typeof syntaxTree>;

  constructor(view: EditorView) {
    this.#tree = syntaxTree(view.state);
    this.decorations = coloured(view);
  }

  update({ view, state, docChanged, viewportChanged }: ViewUpdate): void {
    const tree = syntaxTree(state);
    // It may have been read further in the meantime.
    if (!docChanged && !viewportChanged && tree === this.#tree) return;
    this.#tree = tree;
    this.decorations = coloured(view);
  }
}

/** Gives the words in view their colours, which are those of all code on the page. */
export const codeColours: Extension = ViewPlugin.fromClass(Colours, {
  decorations: (plugin) => plugin.decorations,
});

function coloured(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        const mark = marks.get(classes[name] ?? '');
        if (mark && end > start) builder.add(start, end, mark);
        return !mark;
      },
    });
  }
  return builder.finish();
}
