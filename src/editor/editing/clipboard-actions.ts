import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { deleteRegions, editable, selected } from '../regions/regions.js';
import { copied, paste, resultsIn } from './clipboard.js';

/** What was copied last in any editor of this page, for where the browser does not let us read the clipboard. */
let last: string | undefined;

/** Copies the selected regions; what goes into the clipboard. */
export function copy(editor: Editor): string | undefined {
  last = copied(editor, editor.selection.ids) ?? last;
  return copied(editor, editor.selection.ids);
}

/** Copies those of the selected regions that may be deleted, and deletes them. */
export function cut(editor: Editor): string | undefined {
  const ids = editable(editor).map(({ id }) => id);
  const text = copied(editor, ids);
  if (text === undefined) return undefined;
  last = text;
  deleteRegions(editor, ids);
  return text;
}

/** Pastes text of the clipboard; whether it is ours. */
export function pasteText(editor: Editor, text: string): boolean {
  const results = resultsIn(text);
  if (results === undefined) return false;
  if (results === 'broken')
    editor.notices.say('What is in the clipboard was cut short. Copy the regions again.', 'danger');
  else paste(editor, results, 'Paste');
  return true;
}

/** The keys are the browser's own: it answers them by events (clipboard-events.ts). Buttons do the same without. */
export function clipboardActions(editor: Editor): readonly Action[] {
  const group = 'Edit';
  const write = (text: string | undefined) => {
    // Where the page may not write, what was copied can still be pasted within it.
    if (text !== undefined) navigator.clipboard?.writeText(text).catch(() => {});
  };
  return [
    {
      name: 'cut',
      title: 'Cut',
      keys: 'ctrl+x',
      native: true,
      group,
      icon: 'scissors',
      enabled: () => editable(editor).length > 0,
      run: () => write(cut(editor)),
    },
    {
      name: 'copy',
      title: 'Copy',
      keys: 'ctrl+c',
      native: true,
      group,
      icon: 'copy',
      enabled: () => selected(editor).length > 0,
      run: () => write(copy(editor)),
    },
    {
      name: 'paste',
      title: 'Paste',
      keys: 'ctrl+v',
      native: true,
      group,
      icon: 'clipboard-paste',
      enabled: () => !editor.readonly,
      run: () => {
        const read = navigator.clipboard?.readText?.() ?? Promise.reject(new Error('no clipboard'));
        read
          .catch(() => last)
          .then((text) => {
            if (text !== undefined && pasteText(editor, text)) return;
            if (last === undefined || !pasteText(editor, last)) editor.notices.say('No regions were copied.');
          });
      },
    },
    {
      name: 'duplicate',
      title: 'Duplicate',
      keys: 'ctrl+d',
      group,
      icon: 'copy-plus',
      enabled: () => !editor.readonly && selected(editor).length > 0,
      run: () => {
        const results = resultsIn(copied(editor, editor.selection.ids) ?? '');
        if (results !== undefined && results !== 'broken') paste(editor, results, 'Duplicate');
      },
    },
  ];
}
