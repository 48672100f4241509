import { newId } from '../base/ids.js';
import { type Dict, isDict, isList } from '../model/json.js';
import type { Task } from '../model/task.js';
import { action, computed, makeObservable, observableRef } from '../reactive/index.js';
import { Completion } from './completion.js';

/** The task on show, the completions and predictions of it, and which one is selected. */
export class Workspace {
  task: Task | undefined = undefined;
  completions: readonly Completion[] = [];
  predictions: readonly Completion[] = [];
  private selectedKey: string | undefined = undefined;
  readonly #now: () => number;

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
      select: action,
      remove: action,
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
    this.task = task;
    this.completions = [];
    this.predictions = [];
    this.selectedKey = undefined;
    if (!task) return;
    const drafted = task.drafts.map((draft) => this.#make('completion', draft, 'draft'));
    const kept = task.completions.map((wire) => this.#make('completion', ...latest(wire)));
    this.completions = [...drafted, ...kept];
    this.predictions = task.predictions.map((wire) => this.#make('prediction', wire, 'submitted'));
    if (this.completions.length === 0) this.add({ result: [] });
    else this.selectedKey = this.completions[0]?.key;
  }

  /** A new completion, at the end of the tabs, and selected. */
  add(wire: Dict): Completion {
    const completion = this.#make('completion', wire, 'nowhere');
    this.completions = [...this.completions, completion];
    this.selectedKey = completion.key;
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
    // A new completion that nobody touched makes way.
    this.completions = this.completions.filter(
      (each) => each === source || each.stored !== 'nowhere' || each.dirty || each.results().length > 0,
    );
    const parent = source.kind === 'prediction' ? 'parent_prediction' : 'parent_annotation';
    return this.add({
      result: source.kind === 'prediction' ? Completion.asCopied(results) : results,
      ...(source.id !== undefined && { [parent]: source.id }),
    });
  }

  remove(completion: Completion): void {
    this.completions = this.completions.filter((other) => other !== completion);
    if (this.selectedKey !== completion.key) return;
    const next = this.completions[0];
    if (next) this.selectedKey = next.key;
    else this.add({ result: [] });
  }

  #make(kind: Completion['kind'], wire: Dict, stored: Completion['stored']): Completion {
    return new Completion(newId(), kind, wire, stored, this.#now);
  }
}

const sameId = (a: number | string | undefined, b: number | string) => a !== undefined && String(a) === String(b);

/** A submitted completion may carry newer work in `draft` (a result array) or `drafts` (objects): that is what is shown. */
function latest(wire: Dict): [Dict, Completion['stored']] {
  const stored = wire.was_cancelled === true ? 'skipped' : 'submitted';
  if (isList(wire.draft)) return [{ ...wire, result: wire.draft }, stored];
  const newest = isList(wire.drafts) ? wire.drafts.find(isDict) : undefined;
  if (newest && isList(newest.result)) return [{ ...wire, result: newest.result }, stored];
  return [wire, stored];
}
