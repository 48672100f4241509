import type { Scope } from '../../contract/view.js';
import { marksText, writing } from '../actions/hotkeys.js';
import type { Editor } from '../editor.js';
import { copy, cut, pasteText } from './clipboard-actions.js';

/**
 * Answers the browser's own copy, cut and paste, so that regions go from tab to tab: while the element has the focus, or
 * the pointer is over it and nobody else has. A field that is typed in, and text that is selected, have them first.
 */
export function listenForClipboard(editor: Editor, element: HTMLElement, scope: Scope): void {
  const page = element.ownerDocument;
  const isOurs = (event: ClipboardEvent, name: string): boolean => {
    const entry = editor.actions.get(name);
    if (event.defaultPrevented || !entry || editor.actions.keysOf(entry).length === 0) return false;
    const [target] = event.composedPath();
    const inside = event.composedPath().includes(element);
    const nobody = target === page.body || target === page.documentElement || target === page;
    return (inside || (nobody && element.matches(':hover'))) && !(target instanceof Element && target.matches(writing));
  };
  const put = (event: ClipboardEvent, text: string | undefined) => {
    if (text === undefined) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  scope.listen<ClipboardEvent>(page, 'copy', (event) => {
    if (isOurs(event, 'copy') && !marksText(element)) put(event, copy(editor));
  });
  scope.listen<ClipboardEvent>(page, 'cut', (event) => {
    if (isOurs(event, 'cut') && !marksText(element)) put(event, cut(editor));
  });
  scope.listen<ClipboardEvent>(page, 'paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!editor.readonly && isOurs(event, 'paste') && pasteText(editor, text)) event.preventDefault();
  });
}
