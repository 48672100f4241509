import { Palette } from '../../config/palette.js';
import type { Sight, Space } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { ControlValue, Region } from '../../model/document.js';
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
import type { Editor } from '../editor.js';
import { answerIn } from './answers.js';
import { type Drawable, layerId, Overlaid } from './overlaid.js';
import type { Overlaps } from './overlaps.js';
import { overlapsIn, readingOf } from './reading.js';
import { type Side, sideOf } from './sides.js';
import type { Row, Table } from './table.js';
import { TableWork } from './table-work.js';
import { takeAnswer, takeRegion } from './taking.js';

/** Of more than these one picks; all can be picked. */
const AT_FIRST = 10;

/**
 * Several completions and predictions of a task, looked at together: the one on show first. Until it ends nothing is
 * changed but by taking something over from one of them. Observable.
 */
export class Comparison implements Drawable {
  readonly #editor: Editor;
  readonly #scope: Scope;
  readonly #nameOf: (completion: Completion) => string;
  private chosen: ReadonlySet<string>;
  private veiled: ReadonlySet<string> = new Set();
  onlyDifferences = false;
  leastFirst = false;
  /** The id of a region of the picked row, among ours or as a layer; or the row's key, of an answer. */
  private pickedId: string | undefined = undefined;
  readonly #work: TableWork;
  #overlaps: Overlaps;
  readonly #overlaid = new WeakMap<object, Overlaid>();

  /** @param nameOf what a person calls a completion by */
  constructor(editor: Editor, scope: Scope, nameOf: (completion: Completion) => string) {
    makeObservable<this, 'chosen' | 'veiled' | 'pickedId' | 'colours' | 'places' | 'base'>(this, {
      chosen: observableRef,
      veiled: observableRef,
      onlyDifferences: observableRef,
      leastFirst: observableRef,
      pickedId: observableRef,
      colours: computed,
      places: computed,
      base: computed,
      sides: computed,
      over: computed,
      lit: computed({ equals: sameSets }),
      rows: computed,
      choose: action,
      veil: action,
      pickRow: action,
      pick: action,
    });
    this.#editor = editor;
    this.#scope = scope;
    this.#nameOf = nameOf;
    this.#work = new TableWork(scope);
    this.#overlaps = overlapsIn(editor);
    const { selected } = editor.workspace;
    const first = [...(selected ? [selected] : []), ...this.#chooseFirst()];
    this.chosen = new Set(first.map(({ key }) => key));
    this.#watch();
  }

  // What is compared

  /** All that can be compared, in the order of the tabs. */
  get all(): readonly Completion[] {
    return this.#editor.workspace.all;
  }

  /** Those that have something to compare: not what was skipped, is empty, or was made for another config. */
  #chooseFirst(): readonly Completion[] {
    const { workspace, world } = this.#editor;
    const others = workspace.all.filter((each) => each !== workspace.selected);
    const found: Completion[] = [];
    for (const completion of others) {
      if (found.length >= AT_FIRST - 1) break;
      if (completion.stored === 'skipped') continue;
      const { regions, answers } = sideOf(completion, world, '');
      if (answers.length > 0 || regions.some(({ shape }) => shape !== 'opaque')) found.push(completion);
    }
    return found.length > 0 ? found : others.slice(0, 1);
  }

  isChosen(completion: Completion): boolean {
    return completion === this.#editor.workspace.selected || this.chosen.has(completion.key);
  }

  /** Takes a completion in or leaves it out. The one on show is always in. */
  choose(completion: Completion, chosen: boolean): void {
    this.chosen = changed(this.chosen, completion.key, chosen);
  }

  /** Whether a completion's regions are not drawn. */
  isVeiled(completion: Completion): boolean {
    return this.veiled.has(completion.key);
  }

  veil(completion: Completion, veiled: boolean): void {
    this.veiled = changed(this.veiled, completion.key, veiled);
  }

  /** By completion; the same while they are there. */
  private get colours(): ReadonlyMap<Completion, string> {
    const palette = new Palette();
    return new Map(this.all.map((completion) => [completion, palette.colour(completion.key)]));
  }

  colourOf(completion: Completion): string {
    return this.colours.get(completion) ?? 'gray';
  }

  /** What the regions of the completion on show are drawn in. */
  get own(): string {
    const { selected } = this.#editor.workspace;
    return selected ? this.colourOf(selected) : 'gray';
  }

  nameOf(completion: Completion): string {
    return this.#nameOf(completion);
  }

  private get base(): Side | undefined {
    const { completion, world } = this.#editor;
    if (!completion) return undefined;
    return sideOf(completion, world, this.colourOf(completion));
  }

  /** The one on show, then the others. Empty until that can be read. */
  get sides(): readonly Side[] {
    const { base } = this;
    if (!base) return [];
    const { world } = this.#editor;
    const others = this.all.filter((each) => each !== base.completion && this.chosen.has(each.key));
    return [base, ...others.map((completion) => this.#sideOf(completion, world, this.colourOf(completion)))];
  }

  readonly #known = new WeakMap<Completion, Side>();

  /** The same as long as it is read the same. */
  #sideOf(...[completion, world, colour]: Parameters<typeof sideOf>): Side {
    const side = sideOf(completion, world, colour);
    const before = this.#known.get(completion);
    if (before?.store === side.store && before.colour === colour) return before;
    this.#known.set(completion, side);
    return side;
  }

  // What came of it

  /** What the table on show is about; others than `sides` while it is made anew. */
  get compared(): readonly Side[] {
    return this.#work.sides;
  }

  get table(): Table | undefined {
    return this.#work.table;
  }

  /** How much of a table that is being made is done, from 0 to 1. */
  get progress(): number | undefined {
    return this.#work.progress;
  }

  get rows(): readonly Row[] {
    const all = this.table?.rows ?? [];
    const shown = this.onlyDifferences ? all.filter(({ agreement }) => agreement < 1) : all;
    return this.leastFirst ? [...shown].sort((a, b) => a.agreement - b.agreement) : shown;
  }

  /** By our region ids, layer ids and, of answers, row keys. */
  private get places(): ReadonlyMap<string, Row> {
    const places = new Map<string, Row>();
    const { table, sides } = this.#work;
    for (const row of table?.rows ?? []) {
      if (row.of === 'answer') places.set(row.key, row);
      else for (const id of idsIn(row.cells, sides)) places.set(id, row);
    }
    return places;
  }

  get picked(): Row | undefined {
    return this.places.get(this.pickedId ?? '');
  }

  /** The row of what the pointer is over. */
  get pointed(): Row | undefined {
    const { hovered } = this.#editor.selection;
    return hovered === undefined ? undefined : this.places.get(hovered);
  }

  pickRow(row: Row): void {
    this.pickedId = row.of === 'answer' ? row.key : idsIn(row.cells, this.compared)[0];
    this.#bringIntoView(row);
  }

  /** A click on something drawn; whether it was one of the others' regions. */
  pick(ids: readonly string[]): boolean {
    const [id] = ids;
    const row = id === undefined ? undefined : this.places.get(id);
    if (ids.length !== 1 || !row || this.#editor.doc.regions.has(id as string)) return false;
    this.pickedId = id;
    const own = row.of === 'region' ? row.cells[0] : undefined;
    this.#editor.select(own ? [own.id] : []);
    this.pickedId = id;
    return true;
  }

  /** Lets what is in a row stand out, or (undefined) nothing. */
  point(row: Row | undefined): void {
    this.#editor.selection.hover(row?.of === 'region' ? idsIn(row.cells, this.compared)[0] : undefined);
  }

  #bringIntoView(row: Row): void {
    const editor = this.#editor;
    if (row.of === 'answer') return editor.select([]);
    const [own] = row.cells;
    if (own && editor.doc.regions.has(own.id)) return editor.attention.bringToRegion(own.id);
    editor.select([]);
    const column = row.cells.findIndex((region) => region !== undefined);
    const [side, region] = [this.compared[column], row.cells[column]];
    if (!side || !region) return;
    if (region.itemIndex !== undefined) editor.facts.show(region.toName, region.itemIndex);
    editor.stages.flush();
    editor.stages.get(region.toName)?.reveal(layerId(side, region));
  }

  // What is drawn

  get over(): readonly Side[] {
    return this.sides.slice(1).filter(({ completion }) => !this.veiled.has(completion.key));
  }

  get lit(): ReadonlySet<string> {
    const row = this.pointed ?? this.picked;
    return new Set(row?.of === 'region' ? idsIn(row.cells, this.compared) : []);
  }

  /** What lies over an object's regions on one of its surfaces. Observable. @param sight the same function each time */
  layers(objectName: string, space: Space, sight: (controlName: string) => Sight): readonly Layer[] {
    const overlaid = this.#overlaid.get(sight) ?? new Overlaid(this.#editor, this, objectName, space, sight);
    this.#overlaid.set(sight, overlaid);
    return overlaid.layers;
  }

  // Taking over

  /** Why nothing can be taken over: the one on show may not be changed. */
  get isFixed(): boolean {
    return this.#editor.fixed;
  }

  /** Whether what a row has in a column can be put in the place of ours. */
  mayTake(row: Row, column: number): boolean {
    const editor = this.#editor;
    if (editor.fixed || column === 0 || this.compared[0]?.completion !== editor.completion) return false;
    if (row.of === 'answer') {
      const [ours = [], theirs = []] = [row.cells[0], row.cells[column]];
      const isOther = theirs.length > 0 && !jsonEqual(answerIn(ours), answerIn(theirs));
      return isOther && !ours.some((value) => value.readonly === true);
    }
    const ours = row.cells[0];
    if (ours && (ours.readonly === true || editor.selection.isLocked(ours.id))) return false;
    return row.cells[column] !== undefined;
  }

  /** Puts it there, as one undo step. */
  take(row: Row, column: number): void {
    const { completion } = this.#editor;
    const side = this.compared[column];
    if (!completion || !side || !this.mayTake(row, column)) return;
    const source = { of: side.completion.kind, valuesOf: (id: string): readonly ControlValue[] => side.valuesOf(id) };
    if (row.of === 'answer') {
      takeAnswer(completion, source, row.cells[column] ?? [], row.cells[0] ?? []);
      this.pickRow(row);
      return;
    }
    const region = row.cells[column];
    if (!region) return;
    const id = takeRegion(completion, source, region, row.cells[0]);
    this.#editor.select([id]);
    runInAction(() => {
      this.pickedId = layerId(side, region);
    });
  }

  // Work

  #watch(): void {
    const { selection, facts } = this.#editor;
    const scope = this.#scope;
    scope.add(
      reaction(
        () => this.#editor.config.nodes.map(({ name }) => (name === undefined ? undefined : facts.of(name))),
        () => {
          this.#overlaps = overlapsIn(this.#editor);
          this.#begin(this.sides);
        },
        { equals: compareShallow },
      ),
    );
    scope.add(
      reaction(
        () => this.sides,
        (sides) => this.#begin(sides),
        { fireImmediately: true, equals: compareShallow },
      ),
    );
    scope.add(
      reaction(
        () => selection.ids,
        ([id]) => {
          const row = id === undefined ? undefined : this.places.get(id);
          if (row && row !== this.picked) this.pickedId = id;
        },
      ),
    );
  }

  #begin(sides: readonly Side[]): void {
    this.#work.begin(sides, readingOf(this.#editor.config, this.#overlaps));
  }
}

/** Ours by its id, the others' by the ids of their layers. */
function idsIn(cells: readonly (Region | undefined)[], sides: readonly Side[]): readonly string[] {
  return cells.flatMap((region, column) => {
    const side = sides[column];
    if (!region || !side) return [];
    return column === 0 ? [region.id] : [layerId(side, region)];
  });
}

function changed(set: ReadonlySet<string>, key: string, within: boolean): ReadonlySet<string> {
  const copy = new Set(set);
  if (within) copy.add(key);
  else copy.delete(key);
  return copy;
}

function sameSets(a: unknown, b: unknown): boolean {
  return a instanceof Set && b instanceof Set && a.size === b.size && [...a].every((key) => b.has(key));
}
