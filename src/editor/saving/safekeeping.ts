import type { Scope } from '../../contract/view.js';
import { computed, makeObservable } from '../../reactive/index.js';
import type { Editor } from '../editor.js';
import { draftShelf } from './draft-shelf.js';
import { FoundWork } from './found-work.js';
import { LocalDrafts } from './local-drafts.js';
import { retryOnline, watchSaves } from './patience.js';

/** Work that is not with its host: it is kept in this browser, found again, and sent again. Fetched after the first display. */
export class Safekeeping {
  readonly found: FoundWork;
  readonly #editor: Editor;
  readonly #drafts: LocalDrafts;

  constructor(editor: Editor) {
    makeObservable(this, { trouble: computed });
    this.#editor = editor;
    const shelf = draftShelf(browserStorage());
    this.#drafts = new LocalDrafts(editor, shelf);
    this.found = new FoundWork(editor, shelf, this.#drafts);
    watchSaves(editor);
  }

  /** What keeps the completion on show from being saved, so that the user knows why. Observable. */
  get trouble(): 'slow' | 'offline' | undefined {
    const { slow, failed } = this.#editor.completion ?? {};
    return slow ? 'slow' : failed?.isUnreachable ? 'offline' : undefined;
  }

  /** While the element is in a page: there may be no later when that is hidden. */
  attend(page: Window, scope: Scope): void {
    const drafts = this.#drafts;
    drafts.attend(true);
    scope.add(() => {
      drafts.flush();
      drafts.attend(false);
    });
    scope.listen(page, 'pagehide', () => {
      drafts.flush();
      drafts.forgetRemoved();
    });
    // It comes here from the document, where what is typed was put into the completion.
    scope.listen(page, 'visibilitychange', () => drafts.flush());
    retryOnline(this.#editor, page, scope);
  }
}

/** Where a page may not keep anything, even to ask for it can throw. */
function browserStorage(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}
