import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import type { Relating } from './relating.js';

/** What keys do to the relation that is being made, or is picked: they come before what the same keys do to regions. */
export function relationActions(editor: Editor, relating: Relating): readonly Action[] {
  const group = 'Relations';
  const near = () => 5;
  const changeable = () => !editor.readonly && relating.picked !== undefined;
  return [
    {
      name: 'relation:stop',
      title: 'Stop relating, or pick no relation',
      keys: 'escape',
      group,
      near,
      enabled: () => relating.source !== undefined || relating.picked !== undefined,
      run: () => {
        if (relating.source) relating.stop();
        else relating.pick(undefined);
      },
    },
    {
      name: 'relation:finish',
      title: 'Relate to the region that is selected now',
      keys: 'enter',
      group,
      near,
      enabled: () => relating.source !== undefined && selectedOther(editor, relating) !== undefined,
      run: () => {
        const id = selectedOther(editor, relating);
        if (id !== undefined) relating.finish(id);
      },
    },
    {
      name: 'relation:delete',
      title: 'Delete the relation',
      keys: 'backspace, delete',
      group,
      icon: 'trash-2',
      near,
      enabled: changeable,
      run: () => relating.picked && relating.remove(relating.picked),
    },
    {
      name: 'relation:turn',
      title: 'Turn the relation: on, back, both ways',
      keys: 'alt+shift+r',
      group,
      near,
      enabled: changeable,
      run: () => relating.picked && relating.turn(relating.picked),
    },
    {
      name: 'relation:hide-all',
      title: 'Hide or show all relations',
      group,
      icon: 'eye',
      enabled: () => relating.list.length > 0,
      active: () => relating.anyHidden,
      run: () =>
        relating.hide(
          relating.list.map(({ id }) => id),
          !relating.anyHidden,
        ),
    },
  ];
}

/** The one region that is selected, unless it is the one that a relation is being made from. */
export function selectedOther({ selection }: Editor, { source }: Relating): string | undefined {
  const [id, ...more] = selection.ids;
  return more.length === 0 && id !== source?.id ? id : undefined;
}
