import { newId } from '../../base/ids.js';
import type { Option } from '../../contract/tag.js';
import type { Region } from '../../model/document.js';
import { jsonEqual } from '../../model/json.js';
import type { Editor } from '../editor.js';
import { type Control, controlOf, fits, isLabels, isTree, labelWords } from '../regions/controls.js';
import { editable, edited, putEdited } from '../regions/regions.js';
import { mostUses } from '../regions/usages.js';

/** The labels of a control that selected regions can have. */
export interface Labelling {
  readonly control: Control;
  readonly options: readonly Option[];
}

/** The labels that at least one of the selected regions can be given. Observable. */
export function labellings(editor: Editor): readonly Labelling[] {
  const regions = editable(editor);
  return editor.config.nodes.flatMap((node) => {
    const control = controlOf(node);
    if (!control || !isLabels(control) || isTree(control)) return [];
    const options = editor.config.options.get(node.key) ?? [];
    return options.length > 0 && regions.some((region) => fits(control, region)) ? [{ control, options }] : [];
  });
}

/** What came of it: how many regions have the label now, and how many cannot have it. */
export interface Labelled {
  readonly given: number;
  readonly left: number;
  /** Why it was given to none. */
  readonly reason?: string;
}

/** Gives all selected regions one label, in place of what the same control said of them; one undo step. */
export function labelSelected(editor: Editor, control: Control, option: Option): Labelled {
  const { completion } = editor;
  const all = editor.selection.ids.length;
  const regions = editable(editor).filter((region) => fits(control, region));
  const left = all - regions.length;
  if (!completion) return { given: 0, left };
  const { store } = completion;
  const name = control.node.name ?? '';
  const saidOf = ({ id }: Region) => store.valuesOf(id).find(({ fromName }) => fromName === name);
  const fresh = regions.filter((region) => !labelWords(saidOf(region)?.value).includes(option.id));
  const most = mostUses(control, option);
  if (most !== undefined && editor.usages.of(name, option.id) + fresh.length > most) {
    const reason = `${option.value} can be used ${most === 1 ? 'once' : `${most} times`}; ${fresh.length} more would be too many.`;
    return { given: 0, left: all, reason };
  }
  store.edit('Label', (write) => {
    for (const region of regions) {
      const before = saidOf(region);
      const value = [option.id];
      if (before?.readonly || jsonEqual(before?.value, value)) continue;
      putEdited(store, write, region);
      const last = Math.max(region.order, ...store.valuesOf(region.id).map(({ order }) => order));
      write.put(
        'values',
        before
          ? edited({ ...before, value })
          : {
              id: newId(),
              // Behind the last item of its region, before whatever comes next.
              order: last + 0.001,
              fromName: name,
              toName: region.toName,
              regionId: region.id,
              value,
              origin: 'manual',
            },
      );
    }
  });
  return { given: regions.length, left };
}
