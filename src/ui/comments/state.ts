import { Commenting, type ListedComment } from '../../editor/comments/commenting.js';
import { action, computed, makeObservable, observableRef } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { fireComment } from '../events.js';

/** Comments in the page at a time; more come when they are asked for. */
const PAGE = 100;

/** The comments of an editor, and what the user is doing with them. Observable. */
export class CommentsState {
  readonly commenting: Commenting;
  /** What is written and not sent yet. */
  draft = '';
  /** Whether what is written is about the selected region. */
  aimed = true;
  filter: 'open' | 'all' = 'open';
  /** The comment that is written anew. */
  edited: { readonly key: string; readonly text: string } | undefined = undefined;
  /** The comment that the user is asked about before it is deleted. */
  removed: string | undefined = undefined;
  now = Date.now();
  private shown = PAGE;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    makeObservable<this, 'shown'>(this, {
      draft: observableRef,
      aimed: observableRef,
      filter: observableRef,
      edited: observableRef,
      removed: observableRef,
      now: observableRef,
      shown: observableRef,
      all: computed,
      wanted: computed,
      numbers: computed,
      write: action,
      aim: action,
      show: action,
      edit: action,
      askBeforeRemoving: action,
      tick: action,
      showMore: action,
      send: action,
    });
    this.#desk = desk;
    const { editor, root } = desk;
    this.commenting = new Commenting({
      send: (kind, comment) => {
        const { selected } = editor.workspace;
        const completionId = selected?.id ?? selected?.key;
        return fireComment(root.host, kind, {
          taskId: editor.workspace.task?.id ?? '',
          ...(completionId !== undefined && { completionId }),
          comment,
        });
      },
      get taskId() {
        return editor.workspace.task?.id ?? '';
      },
      get user() {
        return desk.user;
      },
      now: () => Date.now(),
    });
  }

  /** The latest first; those without a date come last. */
  get all(): readonly ListedComment[] {
    const at = ({ comment }: ListedComment) => comment.createdAt ?? '';
    return this.commenting.list.toReversed().toSorted((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0));
  }

  get wanted(): readonly ListedComment[] {
    if (this.filter === 'all') return this.all;
    return this.all.filter(({ comment, state }) => !comment.isResolved || state === 'failed');
  }

  get listed(): readonly ListedComment[] {
    return this.wanted.slice(0, this.shown);
  }

  get hiddenCount(): number {
    return Math.max(0, this.wanted.length - this.shown);
  }

  get openCount(): number {
    return this.all.filter(({ comment }) => !comment.isResolved).length;
  }

  /** The regions' numbers in their list. */
  get numbers(): ReadonlyMap<string, number> {
    return new Map(this.#desk.editor.listedIds.map((id, index) => [id, index + 1]));
  }

  /** What is written is about this region; undefined: about all. */
  get target(): string | undefined {
    const { ids } = this.#desk.editor.selection;
    return this.aimed && ids.length === 1 ? ids[0] : undefined;
  }

  write(text: string): void {
    this.draft = text;
  }

  aim(aimed: boolean): void {
    this.aimed = aimed;
  }

  show(filter: 'open' | 'all'): void {
    this.filter = filter;
    this.shown = PAGE;
  }

  showMore(): void {
    this.shown += PAGE;
  }

  edit(edited: CommentsState['edited']): void {
    this.edited = edited;
    this.removed = undefined;
  }

  askBeforeRemoving(key: string | undefined): void {
    this.removed = key;
  }

  tick(): void {
    this.now = Date.now();
  }

  /** Sends what is written. What the host refuses stays in the field. */
  send(): void {
    const text = this.draft.trim();
    if (text === '' || !this.commenting.say(text, this.target)) return;
    this.draft = '';
    this.now = Date.now();
  }
}
