import { jsonEqual } from '../../model/json.js';
import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { selected } from '../regions/regions.js';

/** Other ways to select, and to see nothing but what is selected. */
export function selectingActions(editor: Editor): readonly Action[] {
  const { selection } = editor;
  const group = 'Regions';
  const rest = () => editor.regionIds.filter((id) => !selection.has(id));
  const labelsOf = (id: string) => {
    const region = editor.doc.regions.get(id);
    return region ? editor.faces.labels(region).map(({ name }) => name) : [];
  };
  return [
    {
      name: 'invert-selection',
      title: 'Select all others',
      keys: 'alt+i',
      group,
      enabled: () => editor.doc.regions.size > 0,
      run: () => editor.select(rest().filter((id) => !selection.isHidden(id))),
    },
    {
      name: 'select-alike',
      title: 'Select all with the same label',
      keys: 'alt+a',
      group,
      icon: 'square-dashed-mouse-pointer',
      enabled: () => selection.ids.length > 0,
      run: () => {
        const wanted = selected(editor).map(({ id }) => labelsOf(id));
        const alike = (id: string) => wanted.some((labels) => jsonEqual(labels, labelsOf(id)));
        editor.select([...selection.ids, ...rest().filter((id) => !selection.isHidden(id) && alike(id))]);
      },
    },
    {
      name: 'isolate',
      title: 'Hide or show all others',
      keys: 'alt+shift+h',
      group,
      icon: 'focus',
      enabled: () => selection.ids.length > 0,
      active: () => selection.ids.length > 0 && rest().length > 0 && rest().every((id) => selection.isHidden(id)),
      run: () => {
        const others = rest();
        selection.hide(others, !others.every((id) => selection.isHidden(id)));
      },
    },
  ];
}
