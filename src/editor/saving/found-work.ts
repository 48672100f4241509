import type { Dict, Json } from '../../model/json.js';
import { jsonEqual } from '../../model/json.js';
import {
  action,
  compareShallow,
  computed,
  makeObservable,
  observableRef,
  reaction,
  runInAction,
} from '../../reactive/index.js';
import type { Completion } from '../../store/completion.js';
import { hostDraft } from '../../store/host-draft.js';
import type { Editor } from '../editor.js';
import { restore } from '../history/restore.js';
import { judge, type LocalDraft, readRecord } from './draft-record.js';
import type { DraftShelf } from './draft-shelf.js';
import { fingerprint } from './fingerprint.js';
import type { LocalDrafts } from './local-drafts.js';
import type { TaskKey } from './task-key.js';

/** Days after which work that nobody came back to is forgotten. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;

/** Work that is not in the completion that the host gave. */
export interface Found {
  /** `restored`: it is in its completion; `offered`: it may be; `conflict`: there is other, newer work in its completion. */
  readonly is: 'restored' | 'offered' | 'conflict';
  /** Where it was kept. */
  readonly in: 'browser' | 'host';
  /** Milliseconds; unknown where the host does not say it. */
  readonly at: number | undefined;
  /** Undefined: of one that the host has not. */
  readonly completion: Completion | undefined;
  readonly results: readonly Json[];
  readonly parent: Dict;
  /** Whether it was made with another config or other data. */
  readonly isElsewhere: boolean;
  readonly record?: LocalDraft;
  /** Seconds since the submission, of a host's draft. */
  readonly leadTime?: number;
  /** It can be looked at in this one. */
  readonly preview?: Completion;
  /** How many edits there were when it was restored: with the next one it is the user's again. */
  readonly edits?: number;
}

/** Finds work that was not saved when a task is shown, and does with it what is safe, or what the user says. Observable. */
export class FoundWork {
  readonly #editor: Editor;
  readonly #shelf: DraftShelf;
  readonly #drafts: LocalDrafts;
  private list: readonly Found[] = [];
  /** What was looked for last. */
  #looked: object = {};

  constructor(editor: Editor, shelf: DraftShelf, drafts: LocalDrafts) {
    makeObservable<this, 'list'>(this, { list: observableRef, current: computed, leave: action });
    this.#editor = editor;
    this.#shelf = shelf;
    this.#drafts = drafts;
    shelf.expire(Date.now() - KEPT_DAYS * DAY).catch(() => {});
    editor.scope.add(
      reaction(
        () => ({
          task: editor.workspace.task,
          place: drafts.key?.place,
          isReady: editor.completion !== undefined,
          isWritable: !editor.readonlyWished,
        }),
        () => void this.#look(),
        { fireImmediately: true, equals: compareShallow },
      ),
    );
  }

  /** What there is to be said of the completion on show; else of another one. */
  get current(): Found | undefined {
    const { selected } = this.#editor.workspace;
    const open = this.list.filter(({ is, completion, edits }) => is !== 'restored' || completion?.edits === edits);
    const here = (found: Found) => found.completion === selected || found.preview === selected;
    return (
      open.find((found) => found.completion && here(found)) ??
      open.find((found) => found.in === 'browser' && found.is !== 'restored')
    );
  }

  /** Whether its completion, or a look at it, is on show. */
  isHere({ completion, preview }: Found): boolean {
    const { selected } = this.#editor.workspace;
    return !completion || completion === selected || preview === selected;
  }

  // What the user says

  /** Shows the completion that it is of. */
  show({ completion }: Found): void {
    if (completion) this.#editor.show(completion);
  }

  /** Puts it into its completion, in the place of what is there; one undo step. */
  restore(found: Found): void {
    const { completion } = found;
    if (completion && completion.stored !== 'nowhere') this.#apply(found, completion);
    else this.#applyToNew(found);
  }

  /** Puts it into a completion of its own; the one that it is of stays as it is. */
  keepBoth(found: Found): void {
    const { id } = found.completion ?? {};
    this.#applyToNew({ ...found, parent: id === undefined ? found.parent : { parent_annotation: id } });
  }

  /** Takes back that it was restored. */
  undo({ completion }: Found): void {
    if (completion === this.#editor.completion) completion?.store.history.undo();
  }

  /** Forgets it; for a while that can be taken back. */
  discard(found: Found): void {
    this.#close(found);
    const { record } = found;
    if (!record) return;
    const written = { ...record, results: JSON.stringify(record.results) };
    this.#shelf.take([record.id]).catch(() => {});
    const again = () => {
      this.#shelf.put(written).catch(() => {});
      const { preview: _, ...rest } = found;
      this.#set([rest, ...this.list]);
    };
    this.#editor.notices.say('The unsaved work was discarded.', 'info', { title: 'Undo', run: again });
  }

  /** Says no more of it, as it is. */
  leave(found: Found): void {
    this.list = this.list.filter((each) => each !== found);
  }

  /** Shows it in a tab of its own, or what its completion has now. @param name of the tab */
  look(found: Found, name: string): void {
    const { workspace } = this.#editor;
    const known = found.preview && workspace.completions.includes(found.preview) ? found.preview : undefined;
    const preview = known ?? workspace.preview({ result: found.results, created_username: name });
    if (!known) this.#replace(found, { ...found, preview });
    this.#editor.show(preview);
  }

  // What is done

  async #look(): Promise<void> {
    const { workspace, completion, readonlyWished } = this.#editor;
    const { key } = this.#drafts;
    const { task } = workspace;
    const looked = { task, place: key?.place, isWritable: !readonlyWished };
    // Once for a task: not again when another completion is shown.
    if (!completion || compareShallow(looked, this.#looked)) return;
    this.#looked = looked;
    this.#set(readonlyWished ? [] : olderDrafts(workspace.completions));
    if (!key || readonlyWished) return;
    const records = await this.#shelf.find(key.place).catch(() => []);
    const inWork = await this.#drafts.inWork();
    if (looked !== this.#looked) return;
    const drafts = records.flatMap((record) => readRecord(record) ?? []).sort((a, b) => b.at - a.at);
    const { own } = this.#drafts;
    for (const draft of drafts) {
      const isElsewhere = inWork.has(draft.id) && !this.#drafts.made.has(draft.id);
      if (!own.has(draft.id) && !isElsewhere) this.#take(draft, key);
    }
    if (drafts.some(({ id }) => inWork.has(id) && !this.#drafts.made.has(id))) {
      this.#editor.notices.say('This task is open in another tab, with work that is not saved yet.');
    }
  }

  #set(list: readonly Found[]): void {
    runInAction(() => {
      this.list = list;
    });
  }

  #take(record: LocalDraft, key: TaskKey): void {
    const isNew = record.completion === undefined;
    const completion = this.#of(record);
    const verdict = judge(record, {
      ...key,
      ...(completion && {
        completion: {
          // A new one goes on from nothing, whatever the work in it was copied from.
          base: isNew ? (record.bases[0] ?? '') : fingerprint(completion.base),
          results: completion.results(),
          isTouched: completion.edits > 0,
        },
      }),
    });
    if (verdict === 'foreign') return;
    if (verdict === 'same') {
      this.#shelf.take([record.id]).catch(() => {});
      return;
    }
    const found: Found = {
      is: verdict === 'conflict' ? 'conflict' : 'offered',
      in: 'browser',
      at: record.at,
      completion,
      results: record.results,
      parent: record.parent,
      isElsewhere: record.config !== key.config || record.data !== key.data,
      record,
    };
    this.#set([...this.list, found]);
    if (verdict !== 'fits' || !completion || completion !== this.#editor.completion) return;
    if (isNew) this.#applyToNew(found);
    else this.#apply(found, completion);
  }

  /** The completion that a record is of; the new one, where it was new and nothing is in there yet. */
  #of({ completion: id }: LocalDraft): Completion | undefined {
    const { completions } = this.#editor.workspace;
    return completions.find((each) => (id === undefined ? this.#isBlank(each) : String(each.id) === id));
  }

  /** New, and nobody has put anything into it. */
  #isBlank(completion: Completion): boolean {
    return completion.stored === 'nowhere' && completion.edits === 0 && !this.#editor.workspace.isCopy(completion);
  }

  #apply(found: Found, completion: Completion): void {
    const editor = this.#editor;
    editor.show(completion);
    editor.openNow(() => {
      if (editor.completion !== completion) return;
      const { results, record, leadTime } = found;
      if (record) {
        this.#drafts.adopt(completion, record.id);
        completion.leadTime.goOnFrom(record.lead_time);
      } else if (leadTime) completion.leadTime.goOnFrom(leadTime + completion.leadTime.earlier);
      restore(editor, results, 'Restore unsaved work');
      // A preview has no more to show.
      const { preview, ...rest } = found;
      if (preview) editor.workspace.remove(preview);
      this.#replace(found, { ...rest, is: 'restored', completion, edits: completion.edits });
    });
  }

  #applyToNew(found: Found): void {
    const editor = this.#editor;
    const blank = editor.workspace.completions.find((each) => this.#isBlank(each));
    if (blank) editor.show(blank);
    const completion = blank ?? editor.addCompletion();
    runInAction(() => {
      completion.wire = { ...completion.wire, ...found.parent };
    });
    this.#apply(found, completion);
  }

  #close(found: Found): void {
    const { preview, completion } = found;
    if (preview) {
      if (completion && this.#editor.workspace.selected === preview) this.#editor.show(completion);
      this.#editor.workspace.remove(preview);
    }
    this.leave(found);
  }

  #replace(found: Found, by: Found): void {
    const isIt = (each: Found) => each.record === found.record && (each.record || each.completion === found.completion);
    this.#set(this.list.map((each) => (isIt(each) ? by : each)));
  }
}

/** Drafts that the host gave with completions that were changed after them. */
function olderDrafts(completions: readonly Completion[]): Found[] {
  return completions.flatMap((completion): readonly Found[] => {
    const draft = hostDraft(completion.wire);
    if (!draft?.isOlder || jsonEqual(draft.results, completion.base)) return [];
    const { results, at, leadTime } = draft;
    return [{ is: 'conflict', in: 'host', at, completion, results, parent: {}, isElsewhere: false, leadTime }];
  });
}
