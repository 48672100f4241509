import type { AssistRequest } from '../editor/assist/assist.js';
import type { Saved, SaveRequest } from '../editor/saving/saving.js';
import type { Change } from '../model/document.js';
import { copyOf, type Dict, type Json } from '../model/json.js';
import type { Problem } from '../model/problem.js';
import type { Comment } from './desk.js';

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

/** What a host is told when something is said of the work. */
export interface CommentDetail {
  readonly taskId: number | string;
  readonly completionId?: number | string;
  readonly comment: Comment;
  /** As in `SaveDetail`; what the promise resolves to (an `id`, say) is put into the comment. */
  waitUntil(saved: Promise<Partial<Comment> | undefined | void>): void;
}

/** What a host is told when a smart tool finished a prompt. */
export interface AssistDetail extends AssistRequest {
  /**
   * Call it once, while the event is dispatched: the results that the promise resolves to are put up as suggestions, a
   * rejection is shown. The answer to a prompt that is not the latest any more is ignored.
   */
  respondWith(results: Promise<readonly Json[]> | readonly Json[]): void;
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
  'completion-ground-truth': CustomEvent<SaveDetail>;
  'task-skip': CustomEvent<SaveDetail>;
  'task-unskip': CustomEvent<SaveDetail>;
  'task-previous': CustomEvent<{ readonly taskId: number | string }>;
  'task-next': CustomEvent<{ readonly taskId: number | string }>;
  'comment-create': CustomEvent<CommentDetail>;
  'comment-update': CustomEvent<CommentDetail>;
  'comment-delete': CustomEvent<CommentDetail>;
  'document-change': CustomEvent<{ readonly changes: readonly Change[]; readonly origin: 'user' | 'replay' }>;
  'selection-change': CustomEvent<{ readonly regionIds: readonly string[] }>;
  'completion-select': CustomEvent<{ readonly completionId: number | string }>;
  'assist-request': CustomEvent<AssistDetail>;
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
  const type = kind === 'skip' || kind === 'unskip' ? (`task-${kind}` as const) : (`completion-${kind}` as const);
  const allowed = fire(target, type, detail, { cancelable: true });
  open = false;
  return { prevented: !allowed, answers };
}

/** Tells the host what is done to a comment: whether it forbade it, and what it waits for. */
export function fireComment(
  target: EventTarget,
  kind: 'create' | 'update' | 'delete',
  about: Omit<CommentDetail, 'waitUntil'>,
): { readonly prevented: boolean; readonly answers: readonly Promise<unknown>[] } {
  const answers: Promise<unknown>[] = [];
  let open = true;
  const detail: CommentDetail = {
    ...about,
    waitUntil(saved) {
      if (!open) throw new DOMException('waitUntil was called after the event was dispatched.', 'InvalidStateError');
      answers.push(saved);
    },
  };
  const allowed = fire(target, `comment-${kind}`, detail, { cancelable: true });
  open = false;
  return { prevented: !allowed, answers };
}

/** Shows a prompt to the host's model: its answer, or undefined where nobody gives one. */
export function fireAssist(target: EventTarget, { region, results }: AssistRequest): Promise<unknown> | undefined {
  let answer: Promise<unknown> | undefined;
  let open = true;
  const detail: AssistDetail = {
    region,
    results: copyOf(results),
    respondWith(given) {
      if (!open || answer) throw new DOMException('respondWith was called late or twice.', 'InvalidStateError');
      answer = Promise.resolve(given);
    },
  };
  fire(target, 'assist-request', detail);
  open = false;
  return answer;
}
