import { newId } from '../base/ids.js';
import type { Dict } from '../model/json.js';
import type { Task } from '../model/task.js';
import { action, computed, makeObservable, observableRef } from '../reactive/index.js';
import { Completion } from './completion.js';
import { placeDrafts, withDraft } from './host-draft.js';

/** The task on show, the completions and predictions of it, and which one is selected. */
export class Workspace {
  task: Task | undefined = undefined;
  completions: readonly Completion[] = [];
  predictions: readonly Completion[] = [];
  private selectedKey: string | undefined = undefined;
  readonly #now: () => number;
  readonly #copies = new WeakSet<Completion>();
  readonly #leaving = new Set<() => void>();

  constructor(now: () => number) {
    makeObservable<this, 'selectedKey'>(this, {
      task: observableRef,
      completions: observableRef,
      predictions: observableRef,
      selectedKey: observableRef,
      all: computed,
      selected: computed,
      load: action,
      add: action,
      preview: action,
      select: action,
      remove: action,
      restore: action,
    });
    this.#now = now;
  }

  get all(): readonly Completion[] {
    return [...this.completions, ...this.predictions];
  }

  get selected(): Completion | undefined {
    return this.all.find(({ key }) => key === this.selectedKey);
  }

  /** A prediction can be looked at, not changed. */
  get showsPrediction(): boolean {
    return this.selected?.kind === 'prediction';
  }

  /** Shows a task: the user's draft first, else the first completion, else an empty new one. */
  load(task: Task | undefined): void {
    for (const run of [...this.#leaving]) run();
    this.task = task;
    this.completions = [];
    this.predictions = [];
    this.selectedKey = undefined;
    if (!task) return;
    const { own, completions } = placeDrafts(task.drafts, task.completions);
    const drafted = own.map((draft) => this.#make('completion', draft, 'draft'));
    const kept = completions.map((wire) =>
      this.#make('completion', withDraft(wire), wire.was_cancelled === true ? 'skipped' : 'submitted'),
    );
    this.completions = [...drafted, ...kept];
    this.predictions = task.predictions.map((wire) => this.#make('prediction', wire, 'submitted'));
    if (this.completions.length === 0) this.add({ result: [] });
    else this.selectedKey = this.completions[0]?.key;
  }

  /** Called before another task takes the place of this one; the returned function forgets it. */
  onLeave(run: () => void): () => void {
    this.#leaving.add(run);
    return () => this.#leaving.delete(run);
  }

  /** A new completion, at the end of the tabs, and selected. */
  add(wire: Dict): Completion {
    const completion = this.#make('completion', wire, 'nowhere');
    this.completions = [...this.completions, completion];
    this.selectedKey = completion.key;
    return completion;
  }

  /** One to be looked at beside the others. Nothing is saved of it. */
  preview(wire: Dict): Completion {
    const completion = this.#make('completion', { ...wire, readonly: true }, 'preview');
    this.completions = [...this.completions, completion];
    return completion;
  }

  /** By our key or by the server's id; completions win over predictions. */
  find(id: number | string): Completion | undefined {
    return this.all.find(({ key }) => key === id) ?? this.all.find((completion) => sameId(completion.id, id));
  }

  select(completion: Completion): void {
    this.selectedKey = completion.key;
  }

  /** Copies a completion or prediction: the region ids are kept, a prediction's results count as such until they are edited. */
  copy(source: Completion): Completion {
    const results = source.results();
    this.completions = this.completions.filter((each) => each === source || !isUntouched(each));
    const parent = source.kind === 'prediction' ? 'parent_prediction' : 'parent_annotation';
    const copy = this.add({
      result: source.kind === 'prediction' ? Completion.asCopied(results) : results,
      ...(source.id !== undefined && { [parent]: source.id }),
    });
    this.#copies.add(copy);
    return copy;
  }

  /** Whether it began as a copy: nothing is answered in it that was not in the one it was copied from. */
  isCopy(completion: Completion): boolean {
    return this.#copies.has(completion);
  }

  remove(completion: Completion): void {
    this.completions = this.completions.filter((other) => other !== completion);
    if (this.selectedKey !== completion.key) return;
    const next = this.completions[0];
    if (next) this.selectedKey = next.key;
    else this.add({ result: [] });
  }

  /** Puts back what was removed, where it was. */
  restore(completion: Completion, place: number): void {
    const others = this.completions.filter((each) => each !== completion && !isUntouched(each));
    this.completions = [...others.slice(0, place), completion, ...others.slice(place)];
    if (!this.selected) this.selectedKey = completion.key;
  }

  #make(kind: Completion['kind'], wire: Dict, stored: Completion['stored']): Completion {
    return new Completion(newId(), kind, wire, stored, this.#now);
  }
}

/** A new completion that nobody touched makes way for another. */
const isUntouched = (completion: Completion): boolean =>
  completion.stored === 'nowhere' && !completion.dirty && completion.results().length === 0;

const sameId = (a: number | string | undefined, b: number | string) => a !== undefined && String(a) === String(b);
