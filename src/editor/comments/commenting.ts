import { newId } from '../../base/ids.js';
import { type Comment, readComment, readComments, type User } from '../../model/comment.js';
import type { Problem } from '../../model/problem.js';
import { action, computed, makeObservable, observableRef, runInAction } from '../../reactive/index.js';

export type CommentKind = 'create' | 'update' | 'delete';

/** What is done to a comment here and not in the host's list yet. */
interface Doing {
  readonly kind: CommentKind;
  /** Of the comment that it is done to. */
  readonly key: string;
  readonly taskId: number | string;
  readonly comment: Comment;
  readonly state: 'sending' | 'failed' | 'done';
  readonly reason?: string;
  /** How many comments like it the host had before. */
  readonly alike: number;
}

/** A comment as it is shown: the host's, with what is done to it here. */
export interface ListedComment {
  readonly key: string;
  readonly comment: Comment;
  readonly state: 'kept' | 'sending' | 'failed';
  /** What is under way, or has failed. */
  readonly kind?: CommentKind;
  /** Why it has failed. */
  readonly reason?: string;
}

/** How what is done reaches the host: what it answers, and whether it forbade it. */
export interface CommentHost {
  send(
    kind: CommentKind,
    comment: Comment,
  ): { readonly prevented: boolean; readonly answers: readonly Promise<unknown>[] };
  /** What is on show. Observable. */
  readonly taskId: number | string;
  readonly user: User | undefined;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Comments. The host's list is the truth: what is done here is shown at once, over that list, until the host's list has
 * it too. What the host could not keep stays, to be tried again. Observable.
 */
export class Commenting {
  readonly #host: CommentHost;
  private input: unknown = undefined;
  private doings: readonly Doing[] = [];
  /** Local ids and ids of comments that were made here. */
  readonly #made = new Set<number | string>();

  constructor(host: CommentHost) {
    makeObservable<this, 'input' | 'doings' | 'read'>(this, {
      input: observableRef,
      doings: observableRef,
      read: computed,
      list: computed,
      counts: computed,
      give: action,
      discard: action,
    });
    this.#host = host;
  }

  /** What the host gives as comments; anything. */
  give(input: unknown): void {
    this.input = input;
    const { comments } = this.read;
    this.doings = this.doings.filter((doing) => doing.taskId !== this.#host.taskId || !isSettledBy(doing, comments));
  }

  private get read() {
    return readComments(this.input);
  }

  get problems(): readonly Problem[] {
    return this.read.problems;
  }

  /** In the order of the host's list, then those made here. */
  get list(): readonly ListedComment[] {
    const doings = this.doings.filter(({ taskId }) => taskId === this.#host.taskId);
    const last = new Map(doings.map((doing) => [doing.key, doing]));
    const kept = this.read.comments.flatMap((comment, index): readonly ListedComment[] => {
      const key = keyOf(comment, index);
      const doing = last.get(key);
      if (!doing) return [{ key, comment, state: 'kept' }];
      last.delete(key);
      return shown(doing, comment);
    });
    const made = [...last.values()].flatMap((doing) => shown(doing, undefined));
    return [...kept, ...made];
  }

  /** How many are not resolved, by region. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { comment } of this.list) {
      const { regionId, isResolved } = comment;
      if (regionId !== undefined && !isResolved) counts.set(regionId, (counts.get(regionId) ?? 0) + 1);
    }
    return counts;
  }

  /** Whether this user said it, and so may change it or take it back. */
  isOwn({ id, localId, createdBy }: Comment): boolean {
    if (this.#made.has(localId ?? '') || this.#made.has(id ?? '')) return true;
    const user = this.#host.user?.id;
    return user !== undefined && createdBy?.id !== undefined && String(user) === String(createdBy.id);
  }

  /** Says something of a region, or of all. Whether the host let it. */
  say(text: string, regionId: string | undefined): boolean {
    const { user } = this.#host;
    const localId = newId();
    this.#made.add(localId);
    const comment: Comment = {
      localId,
      text,
      ...(regionId !== undefined && { regionId }),
      ...(user && { createdBy: user }),
      createdAt: new Date(this.#host.now()).toISOString(),
      isResolved: false,
    };
    return this.#do('create', `local:${localId}`, comment);
  }

  /** Says it in other words, or has it resolved. */
  change(
    { key, comment, kind, state }: ListedComment,
    to: { readonly text?: string; readonly isResolved?: boolean },
  ): boolean {
    // One that the host never took is said anew.
    const again = state === 'failed' && kind === 'create' ? 'create' : 'update';
    return this.#do(again, key, { ...comment, ...to });
  }

  remove({ key, comment, kind, state }: ListedComment): boolean {
    if (state !== 'failed' || kind !== 'create') return this.#do('delete', key, comment);
    this.discard(key);
    return true;
  }

  /** Tries again what has failed. */
  retry({ key }: ListedComment): boolean {
    const doing = this.doings.find((each) => each.key === key && each.state === 'failed');
    return doing !== undefined && this.#do(doing.kind, key, doing.comment);
  }

  /** Forgets what has failed. */
  discard(key: string): void {
    this.doings = this.doings.filter((doing) => doing.key !== key);
  }

  #do(kind: CommentKind, key: string, comment: Comment): boolean {
    const { taskId } = this.#host;
    const alike = this.read.comments.filter((each) => isAlike(each, comment)).length;
    const doing: Doing = { kind, key, taskId, comment, state: 'sending', alike };
    const before = this.doings;
    // First: the host may give another list at once.
    runInAction(() => {
      this.doings = [...before.filter((each) => each.key !== key), doing];
    });
    const { prevented, answers } = this.#host.send(kind, comment);
    if (prevented) {
      runInAction(() => {
        this.doings = before;
      });
    } else if (answers.length > 0) void this.#wait(doing, answers);
    else this.#end(doing, { ...doing, state: 'done' });
    return !prevented;
  }

  async #wait(doing: Doing, answers: readonly Promise<unknown>[]): Promise<void> {
    try {
      const answer = (await Promise.all(answers)).find((each) => typeof each === 'object' && each !== null) ?? {};
      const comment = readComment({ ...doing.comment, ...answer }) ?? doing.comment;
      if (doing.kind === 'create' && comment.id !== undefined) this.#made.add(comment.id);
      this.#end(doing, { ...doing, comment, state: 'done' });
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      this.#end(doing, { ...doing, state: 'failed', reason: why });
    }
  }

  /** What was done to the comment since, or is in the host's list already, counts more. */
  #end(doing: Doing, end: Doing): void {
    const { comments } = this.read;
    const isThere = end.kind === 'create' && end.state === 'done' && comments.some((each) => isSame(each, end.comment));
    runInAction(() => {
      this.doings = this.doings.flatMap((each) => (each !== doing ? each : isThere ? [] : end));
    });
  }
}

const keyOf = ({ id, localId }: Comment, index: number): string =>
  localId !== undefined ? `local:${localId}` : id !== undefined ? `id:${id}` : `at:${index}`;

const isSame = (a: Comment, b: Comment): boolean =>
  (a.id !== undefined && b.id !== undefined && String(a.id) === String(b.id)) ||
  (a.localId !== undefined && a.localId === b.localId);

/** As a host gives it back that keeps neither id nor local id. */
const isAlike = (a: Comment, b: Comment): boolean =>
  a.localId === undefined && b.id === undefined && a.text === b.text && a.regionId === b.regionId;

/** Whether the host's list says the last word on it. */
function isSettledBy({ kind, state, comment, key, alike }: Doing, comments: readonly Comment[]): boolean {
  const there = comments.find((each, index) => isSame(each, comment) || keyOf(each, index) === key);
  if (kind === 'create') {
    if (there) return true;
    return state !== 'failed' && comments.filter((each) => isAlike(each, comment)).length > alike;
  }
  if (state === 'done') return true;
  if (kind === 'delete') return !there;
  return (
    there !== undefined && there.text === comment.text && (there.isResolved === true) === (comment.isResolved === true)
  );
}

function shown({ kind, key, comment, state, reason }: Doing, kept: Comment | undefined): readonly ListedComment[] {
  if (state === 'failed') {
    // What could not be deleted is as it was.
    const said = kind === 'delete' ? (kept ?? comment) : comment;
    return [{ key, comment: said, state, kind, ...(reason !== undefined && { reason }) }];
  }
  if (kind === 'delete') return [];
  return state === 'done' ? [{ key, comment, state: 'kept' }] : [{ key, comment, state, kind }];
}
