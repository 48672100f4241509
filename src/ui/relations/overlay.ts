import type { TextFlow } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Relating } from '../../editor/relations/relating.js';
import type { Region, Relation } from '../../model/document.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { type ArrowLook, arrowOf } from './arrow.js';
import type { Mood } from './arrow-set.js';
import { ChipText } from './chip-text.js';
import { FlowArrows, type SpanLink } from './flow-arrows.js';
import { type AnySurface, FreeArrows, type RegionLink, surfacesOf } from './free-arrows.js';
import { type Box, meeting } from './paths.js';

/** With more regions selected than this, none of their arrows stands out. */
const MOST_STRONG = 50;
/** The colour of a relation of which nothing is said. */
const PLAIN = 'color-mix(in oklab, var(--le-muted) 80%, var(--le-surface))';

/**
 * Draws the relations whose regions are both on show: those within a text between its lines, all others over the content.
 * It draws at most once a frame, and of what is scrolled by the browser nothing.
 */
export class RelationOverlay {
  readonly #desk: Desk;
  readonly #relating: Relating;
  readonly #scope: Scope;
  readonly #content: HTMLElement;
  readonly #free: FreeArrows;
  readonly #chips: ChipText;
  readonly #flows = new Map<AnySurface, { readonly arrows: FlowArrows; readonly scope: Scope }>();
  /** What is looked at, so that it is drawn again when it is looked at from elsewhere. */
  readonly #surfaces = observable.box<readonly AnySurface[]>([]);
  /** Of those that are to be drawn. */
  #looks: ReadonlyMap<string, ArrowLook> = new Map();
  #due: 'all' | 'view' | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(desk: Desk, relating: Relating, content: HTMLElement, scope: Scope) {
    this.#desk = desk;
    this.#relating = relating;
    this.#content = content;
    this.#scope = scope;
    this.#chips = new ChipText(content);
    this.#free = new FreeArrows(desk.editor);
    content.after(this.#free.svg);
    scope.add(() => {
      for (const { scope: own } of this.#flows.values()) own.dispose();
      this.#free.svg.remove();
    });
    this.#listen(this.#free.svg, scope);
    this.#watch();
  }

  /** Runs after what is drawn may have moved. */
  onDrawn(run: () => void): void {
    this.#listeners.add(run);
  }

  /** Where a relation is to be seen, in client pixels. */
  placeOf(id: string): Box | undefined {
    if (!this.#looks.has(id)) return undefined;
    const view = this.#view();
    for (const { arrows } of this.#flows.values()) {
      const place = arrows.placeOf(id);
      if (place) return meeting(place, view) && place;
    }
    return this.#free.placeOf(id);
  }

  // When

  #watch(): void {
    const scope = this.#scope;
    const { editor, root } = this.#desk;
    const relating = this.#relating;
    scope.react(() => {
      const { doc, selection, facts, config, settings } = editor;
      const objects = new Set<string>();
      for (const { id, fromId, toId } of relating.list) {
        relating.isHidden(id);
        for (const end of [fromId, toId]) objects.add(doc.regions.get(end)?.toName ?? '');
      }
      for (const name of objects) {
        facts.of(name);
        facts.item(name);
        facts.frame(name);
      }
      void [selection.hidden, config, settings.showLabels, relating.options];
      this.#await('all');
    });
    scope.react(() => {
      for (const { view, blank } of this.#surfaces.get()) void [Object.values(view), blank];
      this.#await('view');
    });
    scope.react(() => {
      const mood = this.#mood();
      untracked(() => this.#setMood(mood));
    });
    scope.react(() => {
      // While a label is armed, what is drawn begins anywhere.
      const drawing = editor.config.nodes.some(({ name }) => name !== undefined && editor.armed.of(name) !== undefined);
      this.#free.svg.toggleAttribute('data-drawing', drawing);
    });
    const moves = () => this.#await('view');
    const quiet = { capture: true, passive: true };
    scope.listen(root, 'scroll', moves, quiet);
    scope.listen(document, 'scroll', moves, quiet);
    // What is folded, loaded or turned over moves all that is below it.
    for (const type of ['click', 'keyup', 'toggle', 'transitionend', 'load']) {
      scope.listen(this.#content, type, moves, quiet);
    }
    scope.listen(document.fonts, 'loadingdone', () => {
      this.#chips.refresh(true);
      this.#await('all');
    });
    scope.listen(root.host, 'task-ready', () => this.#await('all'));
    scope.onResize(this.#content, moves);
  }

  #await(what: 'all' | 'view'): void {
    const waiting = this.#due !== undefined;
    this.#due = what === 'all' || this.#due === 'all' ? 'all' : 'view';
    if (waiting) return;
    this.#scope.frame(() => {
      const due = this.#due;
      this.#due = undefined;
      if (due === 'all') this.#gather();
      this.#draw();
    });
  }

  // What

  #gather(): void {
    const { editor } = this.#desk;
    const { doc, selection } = editor;
    this.#chips.refresh();
    const looks = new Map<string, ArrowLook>();
    const inFlow = new Map<TextFlow, SpanLink[]>();
    const free: RegionLink[] = [];
    for (const relation of [...this.#relating.list].sort((a, b) => a.order - b.order)) {
      const { id, direction } = relation;
      const [from, to] = [doc.regions.get(relation.fromId), doc.regions.get(relation.toId)];
      if (!from || !to || this.#relating.isHidden(id)) continue;
      if (selection.isHidden(from.id) || selection.isHidden(to.id)) continue;
      const look = this.#lookOf(relation);
      looks.set(id, look);
      const headed = [direction !== 'right', direction !== 'left'] as const;
      const link: RegionLink = { id, regions: [from, to], headed, chip: this.#chips.width(look.text) };
      const flow = this.#flowOf(from, to);
      if (!flow) {
        free.push(link);
        continue;
      }
      const known = inFlow.get(flow) ?? [];
      known.push({ ...link, from: from.id, to: to.id });
      inFlow.set(flow, known);
    }
    this.#looks = looks;
    const lookOf = (id: string) => looks.get(id) as ArrowLook;
    this.#free.update(free, lookOf);
    editor.stages.flush();
    let again = false;
    for (const [surface, { scope }] of this.#flows) if (!inFlow.has(surface as TextFlow)) scope.dispose();
    for (const [surface, links] of inFlow) again = this.#flowArrows(surface)?.update(links, lookOf) || again;
    if (again) this.#await('all');
    this.#note([
      ...inFlow.keys(),
      ...free.flatMap(({ regions }) => regions.flatMap((region) => surfacesOf(editor, region))),
    ]);
  }

  #lookOf(relation: Relation): ArrowLook {
    const labels = this.#relating.labels(relation);
    return { text: this.#chips.cut(labels.map(({ name }) => name)), colour: labels[0]?.colour ?? PLAIN };
  }

  /** The text that both are spans of. */
  #flowOf(from: Region, to: Region): TextFlow | undefined {
    const { registry, stages } = this.#desk.editor;
    if (from.toName !== to.toName) return undefined;
    if ([from, to].some(({ shape }) => registry.shape(shape)?.space !== 'flow')) return undefined;
    const surface = stages.get(from.toName, 0);
    return surface?.space === 'flow' ? (surface as TextFlow) : undefined;
  }

  #flowArrows(surface: TextFlow): FlowArrows | undefined {
    const known = this.#flows.get(surface);
    if (known?.arrows.svg.isConnected) return known.arrows;
    known?.scope.dispose();
    const scroller = surface.host.querySelector<HTMLElement>("[part~='surface']");
    if (!scroller) return undefined;
    const scope = this.#scope.child();
    const arrows = new FlowArrows(this.#desk.editor, surface, scroller);
    this.#flows.set(surface, { arrows, scope });
    scope.add(() => {
      arrows.remove();
      this.#flows.delete(surface);
    });
    scope.onResize(scroller, () => this.#await('view'));
    this.#listen(arrows.svg, scope);
    arrows.set.mood(this.#mood());
    return arrows;
  }

  #note(surfaces: readonly AnySurface[]): void {
    const all = [...new Set(surfaces)];
    const before = this.#surfaces.get();
    if (all.length === before.length && all.every((surface, index) => surface === before[index])) return;
    runInAction(() => this.#surfaces.set(all));
  }

  // Drawing

  #draw(): void {
    const view = this.#view();
    let again = false;
    for (const { arrows } of this.#flows.values()) again = arrows.look(view) || again;
    if (again) this.#await('all');
    this.#free.draw(view);
    this.#outline();
    for (const run of this.#listeners) run();
  }

  #view(): Box {
    const { left, top, right, bottom } = this.#content.getBoundingClientRect();
    return { left, top, right, bottom };
  }

  #mood(): Mood {
    const { selection, readonly } = this.#desk.editor;
    const relating = this.#relating;
    const idsOf = (regions: readonly string[]) => regions.flatMap((id) => relating.of(id).map((each) => each.id));
    const picked = relating.picked?.id;
    const { hovered } = relating;
    const ofSelected = selection.ids.length > MOST_STRONG ? [] : idsOf(selection.ids);
    const strong = [hovered, picked].flatMap((id) => id ?? []).concat(ofSelected);
    return {
      // That the pointer passes over regions makes no stir.
      strong: new Set(strong.concat(idsOf(selection.hovered === undefined ? [] : [selection.hovered]))),
      stirred: strong.length > 0,
      picked,
      tied: new Set(readonly ? [] : ofSelected),
    };
  }

  #setMood(mood: Mood): void {
    this.#free.set.mood(mood);
    for (const { arrows } of this.#flows.values()) arrows.set.mood(mood);
    this.#outline();
  }

  /** Frames the regions of the relation that is pointed at, or else is picked. */
  #outline(): void {
    const id = untracked(() => this.#relating.hovered ?? this.#relating.picked?.id);
    const colour = (id !== undefined && this.#looks.get(id)?.colour) || PLAIN;
    for (const arrows of [this.#free, ...[...this.#flows.values()].map((flow) => flow.arrows)]) {
      arrows.set.outline(id === undefined ? [] : arrows.boxesOf(id), colour);
    }
  }

  // Pointing

  #listen(svg: SVGSVGElement, scope: Scope): void {
    const relating = this.#relating;
    scope.listen(svg, 'pointerover', (event) => relating.hover(arrowOf(event)));
    scope.listen(svg, 'pointerleave', () => relating.hover(undefined));
    // A press on an arrow is none on what lies under it.
    scope.listen(svg, 'pointerdown', (event) => event.stopPropagation());
    scope.listen(svg, 'mousedown', (event) => {
      event.stopPropagation();
      event.preventDefault();
    });
    scope.listen(svg, 'click', (event) => {
      const id = arrowOf(event);
      if (id === undefined) return;
      event.stopPropagation();
      relating.pick(id, true);
    });
  }
}
