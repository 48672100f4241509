import { action, makeObservable, observableRef } from '../reactive/index.js';

/** What the user has picked, points at, hid or locked. Session state: none of it is saved, none of it is undone. */
export class Selection {
  ids: readonly string[] = [];
  hovered: string | undefined = undefined;
  /** Where the pointer is, in the units of an object tag's results. */
  pointer: { readonly objectName: string; readonly at: unknown } | undefined = undefined;
  hidden: ReadonlySet<string> = new Set();
  locked: ReadonlySet<string> = new Set();

  constructor() {
    makeObservable(this, {
      ids: observableRef,
      hovered: observableRef,
      pointer: observableRef,
      hidden: observableRef,
      locked: observableRef,
      select: action,
      hover: action,
      pointAt: action,
      hide: action,
      lock: action,
      clear: action,
    });
  }

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  select(ids: readonly string[]): void {
    if (ids.length === this.ids.length && ids.every((id, index) => id === this.ids[index])) return;
    this.ids = [...new Set(ids)];
  }

  toggle(ids: readonly string[]): void {
    const kept = this.ids.filter((id) => !ids.includes(id));
    this.select([...kept, ...ids.filter((id) => !this.ids.includes(id))]);
  }

  hover(id: string | undefined): void {
    this.hovered = id;
  }

  pointAt(objectName: string, at: unknown): void {
    this.pointer = at === undefined ? undefined : { objectName, at };
  }

  isHidden(id: string): boolean {
    return this.hidden.has(id);
  }

  isLocked(id: string): boolean {
    return this.locked.has(id);
  }

  hide(ids: Iterable<string>, hidden: boolean): void {
    this.hidden = changed(this.hidden, ids, hidden);
    if (hidden) this.select(this.ids.filter((id) => !this.hidden.has(id)));
  }

  lock(ids: Iterable<string>, locked: boolean): void {
    this.locked = changed(this.locked, ids, locked);
  }

  get hiddenCount(): number {
    return this.hidden.size;
  }

  /** Forgets what is about regions that are no more (another completion is on show). */
  clear(): void {
    this.ids = [];
    this.hovered = undefined;
    this.hidden = new Set();
    this.locked = new Set();
  }
}

function changed(set: ReadonlySet<string>, ids: Iterable<string>, within: boolean): ReadonlySet<string> {
  const copy = new Set(set);
  for (const id of ids) within ? copy.add(id) : copy.delete(id);
  return copy;
}
