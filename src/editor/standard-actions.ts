import type { Action } from './actions/actions.js';
import type { Editor } from './editor.js';
import { deleteRegions } from './regions/regions.js';

/** What one can do whatever the config says. Tags and tools add to it. */
export function standardActions(editor: Editor): readonly Action[] {
  const { selection, saving } = editor;
  const history = () => editor.completion?.store.history;
  /** What is shown to a model has a history of its own. */
  const prompted = () => editor.assist.prompt.store.history;
  const writable = () => !editor.readonly;
  const selected = () => selection.ids.length > 0;
  /** A draft on its way is overtaken. */
  const idle = () => editor.completion?.busy === undefined || editor.completion.busy === 'draft';
  const all = () => editor.regions.map(({ id }) => id);
  return [
    {
      name: 'submit',
      // A reviewer has other words for it.
      get title() {
        return editor.isReviewed ? 'Accept' : 'Submit';
      },
      keys: 'ctrl+enter',
      group: 'Completion',
      icon: 'check',
      enabled: () => writable() && idle(),
      run: once(() => void (editor.isReviewed ? saving.accept() : saving.submit())),
    },
    {
      name: 'skip',
      get title() {
        return editor.isReviewed ? 'Reject' : 'Skip';
      },
      keys: 'ctrl+space',
      group: 'Completion',
      icon: 'skip-forward',
      enabled: () =>
        writable() &&
        idle() &&
        (editor.isReviewed ||
          (editor.allowSkip && editor.task?.allowSkip !== false && editor.completion?.stored !== 'skipped')),
      run: once(() => void (editor.isReviewed ? saving.reject() : saving.skip())),
    },
    {
      name: 'save-draft',
      title: 'Save draft',
      keys: 'ctrl+s',
      group: 'Completion',
      icon: 'save',
      enabled: () => editor.completion?.dirty === true,
      run: () => void saving.saveDraft(),
    },
    {
      name: 'undo',
      title: 'Undo',
      keys: 'ctrl+z',
      group: 'Edit',
      icon: 'undo-2',
      enabled: () =>
        !editor.fixed &&
        (history()?.undoLabel !== undefined || prompted().undoLabel !== undefined || editor.stages.busy),
      run: () => editor.stages.cancel() || editor.assist.undo() || history()?.undo(),
    },
    {
      name: 'redo',
      title: 'Redo',
      keys: 'ctrl+shift+z, ctrl+y',
      group: 'Edit',
      icon: 'redo-2',
      enabled: () => !editor.fixed && (history()?.redoLabel ?? prompted().redoLabel) !== undefined,
      run: () => editor.assist.redo() || history()?.redo(),
    },
    {
      name: 'delete',
      title: 'Delete selected regions',
      keys: 'backspace, delete',
      group: 'Regions',
      icon: 'trash-2',
      enabled: () => writable() && selected(),
      run: () => {
        if (!editor.stages.back()) deleteRegions(editor, selection.ids);
      },
    },
    {
      name: 'delete-all',
      title: 'Delete all regions',
      keys: 'ctrl+backspace',
      group: 'Regions',
      enabled: () => writable() && editor.doc.regions.size > 0,
      run: () => deleteRegions(editor, all()),
    },
    {
      name: 'select-all',
      title: 'Select all regions',
      keys: 'ctrl+a',
      group: 'Regions',
      enabled: () => editor.doc.regions.size > 0,
      run: () => editor.select(all().filter((id) => !selection.isHidden(id))),
    },
    {
      name: 'unselect',
      title: 'Select nothing',
      keys: 'u',
      group: 'Regions',
      enabled: selected,
      run: () => editor.select([]),
    },
    {
      name: 'escape',
      title: 'Stop drawing, or select nothing',
      keys: 'escape',
      group: 'Regions',
      run: () => {
        if (!editor.stages.leave() && !editor.assist.leave()) editor.select([]);
      },
    },
    {
      name: 'next-region',
      title: 'Next region',
      keys: 'alt+.',
      group: 'Regions',
      enabled: () => editor.doc.regions.size > 0,
      run: () => editor.attention.bringToNext(1),
    },
    {
      name: 'previous-region',
      title: 'Previous region',
      keys: 'alt+comma',
      group: 'Regions',
      enabled: () => editor.doc.regions.size > 0,
      run: () => editor.attention.bringToNext(-1),
    },
    {
      name: 'hide',
      title: 'Hide or show selected regions',
      keys: 'alt+h',
      group: 'Regions',
      icon: 'eye-off',
      enabled: selected,
      run: () => selection.hide(selection.ids, true),
    },
    {
      name: 'hide-all',
      title: 'Hide or show all regions',
      keys: 'ctrl+h',
      group: 'Regions',
      icon: 'eye',
      enabled: () => editor.doc.regions.size > 0,
      active: () => selection.hiddenCount > 0,
      run: () => selection.hide(all(), selection.hiddenCount === 0),
    },
    {
      name: 'lock',
      title: 'Lock or unlock selected regions',
      keys: 'alt+l',
      group: 'Regions',
      icon: 'lock',
      enabled: selected,
      run: () => selection.lock(selection.ids, !selection.ids.every((id) => selection.isLocked(id))),
    },
    {
      name: 'relation:start',
      title: 'Relate to another region',
      keys: 'alt+r',
      group: 'Regions',
      icon: 'link-2',
      enabled: () => writable() && (selection.ids.length === 1 || editor.relating?.source !== undefined),
      active: () => editor.relating?.source !== undefined,
      run: () => {
        const [id] = selection.ids;
        void editor
          .relate()
          .then((relating) => (relating?.source || id === undefined ? relating?.stop() : relating?.begin(id)));
      },
    },
  ];
}

/** Milliseconds in which a second press is a slip. */
const SLIP = 500;

function once(run: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < SLIP) return;
    last = now;
    run();
  };
}
