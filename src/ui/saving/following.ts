import type { Scope } from '../../contract/view.js';
import { Safekeeping } from '../../editor/saving/safekeeping.js';
import { runInAction } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { showBanner } from './banner.js';

/** Keeps work that is not with the host, and shows what is to be said of it, until the scope ends. */
export function followSaving(desk: Desk, page: Window, scope: Scope): void {
  const { editor } = desk;
  const safekeeping = editor.safekeeping ?? new Safekeeping(editor);
  runInAction(() => {
    editor.safekeeping = safekeeping;
  });
  safekeeping.attend(page, scope);
  // It is here before it is needed: without a connection nothing more can be fetched.
  showBanner(desk, safekeeping, scope);
}
