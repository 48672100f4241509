import type { Scope } from '../../contract/view.js';
import { type Drop, dropAt } from '../../editor/outline/dropping.js';
import { moveRegions, refusal } from '../../editor/outline/moving.js';
import type { OutlineRow } from '../../editor/outline/rows.js';
import { runInAction } from '../../reactive/index.js';
import type { RegionList } from './region-list.js';

/** What the list shows while rows are dragged. */
export interface DropShown {
  /** How a row looks: it is dragged, it is where the drop goes, it will be what that is a part of, or it may not be. */
  stateOf(row: OutlineRow, index: number): 'moved' | 'into' | 'parent' | 'refused' | undefined;
  /** Between which rows it goes: above the row with this place. */
  readonly line: { readonly row: number; readonly indent: number } | undefined;
}

/** CSS pixels after which a press is a drag. */
const SLACK = 4;
/** CSS pixels to the side that make a level. */
const STEP = 16;
/** CSS pixels from the edge within which the list scrolls. */
const EDGE = 28;

/** A press on a row; client pixels. */
export interface Grasp {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
}

/** A press on a row: if it becomes a drag, the region goes where it is dropped. */
export function grasp(list: RegionList, row: OutlineRow, { pointerId, x, y }: Grasp, scope: Scope): void {
  const { element } = list;
  const { id } = row;
  if (id === undefined || !element) return;
  const own = scope.child();
  let drag: RowDrag | undefined;
  const end = () => {
    own.dispose();
    runInAction(() => {
      list.drop = undefined;
    });
  };
  own.listen<PointerEvent>(element.ownerDocument, 'pointermove', (move) => {
    if (move.pointerId !== pointerId) return;
    // It was let go before anybody listened.
    if (move.buttons === 0) return end();
    const isFar = Math.hypot(move.clientX - x, move.clientY - y) > SLACK;
    if (!drag && isFar) {
      drag = RowDrag.of(list, row, id, x, own);
      if (!drag) return end();
      element.setPointerCapture(pointerId);
    }
    drag?.to(move.clientX, move.clientY);
  });
  own.listen<PointerEvent>(element.ownerDocument, 'pointerup', (up) => {
    if (up.pointerId !== pointerId) return;
    drag?.finish();
    end();
  });
  own.listen<PointerEvent>(element.ownerDocument, 'pointercancel', (cancel) => {
    if (cancel.pointerId === pointerId) end();
  });
  const options = { capture: true };
  own.listen<KeyboardEvent>(
    element.ownerDocument,
    'keydown',
    (key) => {
      if (!drag || key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      end();
    },
    options,
  );
}

/** Rows on their way. */
class RowDrag {
  readonly #list: RegionList;
  readonly #scope: Scope;
  readonly #ids: readonly string[];
  readonly #moved: ReadonlySet<string>;
  readonly #level: number;
  readonly #startX: number;
  #at: readonly [number, number] = [0, 0];
  #drop: Drop | undefined;
  /** Why it may not go there, by the parent that it would get. */
  readonly #refusals = new Map<string, string | undefined>();
  #scrolls = false;

  private constructor(list: RegionList, ids: readonly string[], level: number, startX: number, scope: Scope) {
    this.#list = list;
    this.#scope = scope;
    this.#ids = ids;
    this.#moved = new Set(ids.flatMap((id) => list.outline.regionsOf(id)));
    this.#level = level;
    this.#startX = startX;
  }

  /** With a selected row all that is selected goes; what is part of something that goes, goes with it. */
  static of(list: RegionList, row: OutlineRow, id: string, startX: number, scope: Scope): RowDrag | undefined {
    const { desk, outline } = list;
    const { selection, doc } = desk.editor;
    const picked = new Set(selection.has(id) ? selection.ids : [id]);
    const isPart = (each: string) => {
      for (let at = outline.parentOf(each); at !== undefined; at = outline.parentOf(at))
        if (picked.has(at)) return true;
      return false;
    };
    const ids = (picked.size === 1 ? [id] : outline.order.filter((each) => picked.has(each))).filter((each) => {
      const region = doc.regions.get(each);
      return region !== undefined && desk.editor.mayEdit(region) && !isPart(each);
    });
    return ids.length === 0 ? undefined : new RowDrag(list, ids, row.level, startX, scope);
  }

  to(x: number, y: number): void {
    this.#at = [x, y];
    this.#look();
    this.#scroll();
  }

  finish(): void {
    const drop = this.#drop;
    const { desk, outline } = this.#list;
    const { settings } = desk.editor;
    if (!drop) return;
    const parentOf = (id: string) => outline.parentOf(id);
    if (drop.how === 'into') {
      moveRegions(desk.editor, this.#ids, { parentId: drop.parentId }, parentOf);
      outline.fold(drop.parentId, false);
      return;
    }
    const { regionSort, regionDescending } = settings;
    const { parentId, after, before } = drop;
    if (regionSort !== 'made') moveRegions(desk.editor, this.#ids, { parentId }, parentOf);
    else if (regionDescending) {
      moveRegions(desk.editor, this.#ids.toReversed(), { parentId, after: before, before: after }, parentOf);
    } else moveRegions(desk.editor, this.#ids, { parentId, after, before }, parentOf);
  }

  /** Where it would go now. */
  #look(): void {
    const list = this.#list;
    const { outline, element, rowHeight } = list;
    if (!element) return;
    const [x, y] = this.#at;
    const box = element.getBoundingClientRect();
    const aside = getComputedStyle(element).direction === 'rtl' ? this.#startX - x : x - this.#startX;
    const drop = dropAt(
      { rows: list.rows, moved: this.#moved, parentOf: (id) => outline.parentOf(id) },
      (y - box.top + element.scrollTop) / rowHeight,
      this.#level + Math.round(aside / STEP),
    );
    const isInside = x >= box.left - EDGE && x <= box.right + EDGE;
    this.#drop = drop && isInside && this.#changes(drop) ? drop : undefined;
    this.#show();
  }

  /** Where the list has an order of its own, a place between others is only worth something under another parent. */
  #changes(drop: Drop): boolean {
    const { desk, outline } = this.#list;
    if (drop.how === 'into') return true;
    if (desk.editor.settings.regionSort === 'made') return true;
    return this.#ids.some((id) => outline.parentOf(id) !== drop.parentId);
  }

  #show(): void {
    const list = this.#list;
    const { rows, outline } = list;
    const drop = this.#drop;
    const moved = this.#moved;
    const target = drop?.parentId;
    const refused = target !== undefined && this.#refusal(target) !== undefined;
    const parentRow = drop?.how === 'into' ? drop.row : target === undefined ? undefined : outline.placeOf(target);
    runInAction(() => {
      list.drop = {
        stateOf: ({ id }, index) => {
          if (index === parentRow) return refused ? 'refused' : drop?.how === 'into' ? 'into' : 'parent';
          return id !== undefined && moved.has(id) ? 'moved' : undefined;
        },
        line:
          drop?.how === 'between' && !refused && rows.length > 0
            ? { row: drop.gap, indent: 32 + (outline.hasParts ? 12 : 0) + (drop.level - 1) * 12 }
            : undefined,
      };
    });
  }

  #refusal(parentId: string): string | undefined {
    const known = this.#refusals;
    if (!known.has(parentId)) {
      const { desk, outline } = this.#list;
      const strays = this.#ids.filter((id) => outline.parentOf(id) !== parentId);
      known.set(parentId, refusal(desk.editor, strays, parentId));
    }
    return known.get(parentId);
  }

  /** Near an edge the list goes on by itself. */
  #scroll(): void {
    if (this.#scrolls) return;
    const step = () => {
      this.#scrolls = false;
      const { element } = this.#list;
      const box = element?.getBoundingClientRect();
      if (!element || !box) return;
      const y = this.#at[1];
      const over = y < box.top + EDGE ? y - box.top - EDGE : y > box.bottom - EDGE ? y - box.bottom + EDGE : 0;
      const before = element.scrollTop;
      if (over !== 0) element.scrollTop += Math.max(-16, Math.min(16, over / 2));
      if (element.scrollTop === before) return;
      this.#look();
      this.#scrolls = true;
      this.#scope.frame(step);
    };
    this.#scrolls = true;
    this.#scope.frame(step);
  }
}
