import type { Saved, SaveRequest } from '../editor/saving.js';
import type { Change } from '../model/document.js';
import { copyOf, type Dict } from '../model/json.js';
import type { Problem } from '../model/problem.js';

/** What a host is told when work is to be saved. */
export interface SaveDetail {
  readonly taskId: number | string;
  /** The completion as JSON, ready to be stored. */
  readonly completion: Dict;
  readonly comment?: string;
  /**
   * Call it while the event is dispatched: the button shows progress until the promise settles, a rejection is shown
   * and keeps the work, a resolved `{ id }` becomes the completion's id.
   */
  waitUntil(saved: Promise<Saved>): void;
}

export interface LabelEditorEventMap {
  'task-ready': CustomEvent<{ readonly taskId: number | string }>;
  'editor-problem': CustomEvent<{ readonly problems: readonly Problem[] }>;
  'completion-submit': CustomEvent<SaveDetail>;
  'completion-update': CustomEvent<SaveDetail>;
  'completion-draft': CustomEvent<SaveDetail>;
  'completion-accept': CustomEvent<SaveDetail>;
  'completion-reject': CustomEvent<SaveDetail>;
  'completion-delete': CustomEvent<SaveDetail>;
  'task-skip': CustomEvent<SaveDetail>;
  'document-change': CustomEvent<{ readonly changes: readonly Change[]; readonly origin: 'user' | 'replay' }>;
  'selection-change': CustomEvent<{ readonly regionIds: readonly string[] }>;
  'completion-select': CustomEvent<{ readonly completionId: number | string }>;
}

/** All events bubble and are composed. */
export function fire<K extends keyof LabelEditorEventMap>(
  target: EventTarget,
  type: K,
  detail: LabelEditorEventMap[K]['detail'],
  options: { readonly cancelable?: boolean } = {},
): boolean {
  return target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, ...options }));
}

/** Offers a save to the host: whether it was forbidden, and what the host waits for. */
export function fireSave(
  target: EventTarget,
  taskId: number | string,
  { kind, completion, comment }: SaveRequest,
): { readonly prevented: boolean; readonly answers: readonly Promise<Saved>[] } {
  const answers: Promise<Saved>[] = [];
  let open = true;
  const detail: SaveDetail = {
    taskId,
    // The host may do with it what it likes.
    completion: copyOf(completion),
    ...(comment !== undefined && { comment }),
    waitUntil(saved) {
      if (!open) throw new DOMException('waitUntil was called after the event was dispatched.', 'InvalidStateError');
      answers.push(saved);
    },
  };
  const type = kind === 'skip' ? 'task-skip' : (`completion-${kind}` as const);
  const allowed = fire(target, type, detail, { cancelable: true });
  open = false;
  return { prevented: !allowed, answers };
}
