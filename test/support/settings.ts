import type { LabelEditor } from '../../src/ui/label-editor.js';
import { click } from './input.js';
import { byRole } from './page.js';
import { until } from './until.js';

/** Opens the settings, which are fetched when the pointer comes near, and waits for one of them. */
export async function openSettings(editor: LabelEditor, name: string): Promise<HTMLElement> {
  const button = byRole(editor, 'button', 'Settings');
  button.scrollIntoView({ block: 'nearest' });
  await click(button);
  await until(() => {
    try {
      return byRole(editor, 'checkbox', name) !== undefined;
    } catch {
      return false;
    }
  });
  return byRole(editor, 'checkbox', name);
}
