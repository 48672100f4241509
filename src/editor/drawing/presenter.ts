import type { MediaFacts, ShapeModule, Sight, Space } from '../../contract/shape.js';
import type { Layer, Surfaces } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { ControlValue, Region } from '../../model/document.js';
import type { Dict, Json } from '../../model/json.js';
import { reaction, runInAction } from '../../reactive/index.js';
import type { DocumentStore } from '../../store/document-store.js';
import type { Faces } from '../regions/faces.js';
import type { EditorState } from '../state.js';
import { RegionFaults } from './region-faults.js';

type AnySurface = Surfaces[Space];

/** How one region stands out from the others. */
interface Mood {
  readonly selected: boolean;
  /** The only one selected. */
  readonly alone: boolean;
  readonly hovered: boolean;
  readonly locked: boolean;
}

type Style = Pick<Layer, 'fillOpacity' | 'strokeWidth'>;

/** What a layer was made of. */
interface Drawn extends Mood {
  readonly region: Region;
  readonly values: readonly ControlValue[];
  readonly look: number;
  readonly layer: Layer;
}

/** What all regions are drawn by, looked up once for each drawing: with 10,000 of them every look costs. */
interface Glance {
  readonly store: DocumentStore | undefined;
  /** If the surface shows such shapes. */
  shape(name: string): ShapeModule | undefined;
  /** How a control, by name, wants its regions. */
  style(control: string): Style;
  readonly facts: MediaFacts;
  /** The page on show, where there are several. */
  readonly item: number | undefined;
  /** As of a control, by name. */
  sight(control: string): Sight;
  readonly selected: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
  readonly hovered: string | undefined;
  readonly readonly: boolean;
  readonly predicted: boolean;
  readonly captions: boolean;
  /** In place of the labels' colours. */
  readonly colour?: string;
}

const accent = '#6b7280';
const nothing: readonly Layer[] = [];

/**
 * Turns the regions on one object tag into layers. A layer stays the same object as long as nothing that it shows has
 * changed, so that the surface draws again only what did; a drag touches the dragged region and no other.
 */
export class Presenter {
  readonly #state: EditorState;
  readonly #faces: Faces;
  readonly #objectName: string;
  readonly #surface: AnySurface;
  readonly #scope: Scope;
  readonly #drawn = new Map<string, Drawn>();
  readonly #faults: RegionFaults;
  /** In the order of their regions. */
  #ordered: Layer[] = [];
  /** Where in it a region's layer stands. */
  #places: Map<string, number> | undefined;
  #dirty: Set<string> | 'all' = 'all';
  #pending = false;
  #over: () => readonly Layer[] = () => nothing;
  #drawnOver = nothing;
  /** What is drawn round several selected regions. */
  frame: (() => Pick<Layer, 'marks' | 'handles'> | undefined) | undefined;
  /** Raised when something that all layers depend on has changed: the medium's size, a setting, the config. */
  #look = 0;

  constructor(state: EditorState, faces: Faces, objectName: string, surface: AnySurface, scope: Scope) {
    this.#state = state;
    this.#faces = faces;
    this.#objectName = objectName;
    this.#surface = surface;
    this.#scope = scope;
    this.#faults = new RegionFaults(state);
    scope.add(() => this.#faults.clear());
    this.#watch();
  }

  /** @param controlName the control tag that draws, or drew, what is looked at */
  sight(controlName?: string): Sight {
    const control = controlName === undefined ? undefined : this.#state.config.byName.get(controlName);
    const { facts } = this.#state;
    const frame = facts.frame(this.#objectName);
    return {
      facts: facts.of(this.#objectName),
      ...(frame !== undefined && { frame }),
      ...(control && { control }),
    };
  }

  /** Draws what is due now rather than before the next paint. */
  flush(): void {
    if (this.#surface.blank) return;
    const dirty = this.#dirty;
    this.#dirty = new Set();
    if (dirty !== 'all' && dirty.size === 0) return;
    // One batch, in which nothing that is derived is derived twice.
    runInAction(() => (dirty === 'all' ? this.#drawAll() : this.#drawSome(dirty)));
  }

  /** A layer outside of the document: what is being drawn, or a marquee, or text that waits for a label. */
  sketch(shape: ShapeModule, geometries: readonly unknown[], sight: Sight, colour = accent): void {
    this.#surface.sketch(
      Object.freeze({
        id: 'sketch',
        marks: geometries.flatMap((geometry) => shape.marks(geometry, sight)),
        colour,
        fillOpacity: 0.15,
        strokeWidth: 1.5,
      }),
    );
  }

  /** Draws layers over the regions that are no part of the document. @param layers observable, as one object while they are the same */
  lay(layers: () => readonly Layer[]): void {
    this.#over = layers;
    this.#scope.add(reaction(layers, () => this.#mark('')));
  }

  #watch(): void {
    const { selection, settings, facts } = this.#state;
    const scope = this.#scope;
    let stopFollowing = () => {};
    scope.add(() => stopFollowing());
    scope.react(() => {
      const store = this.#state.completion?.store;
      this.#faults.clear();
      stopFollowing();
      stopFollowing =
        store?.observe((changes) => {
          for (const change of changes) {
            if (change.table === 'regions') this.#mark(change.after ? change.id : undefined);
            else if (change.table === 'values') this.#mark((change.after ?? change.before)?.regionId ?? '');
          }
        }) ?? stopFollowing;
      this.#mark(undefined);
    });
    scope.add(
      reaction(
        () => [
          facts.of(this.#objectName),
          facts.item(this.#objectName),
          facts.frame(this.#objectName),
          settings.showLabels,
          this.#state.readonly,
          this.#state.comparison?.own,
          this.#state.config,
        ],
        () => {
          this.#look++;
          this.#mark(undefined);
        },
      ),
    );
    scope.add(
      reaction(
        () => [this.#surface.blank, selection.hidden, selection.locked],
        () => this.#mark(undefined),
      ),
    );
    let selected: readonly string[] = [];
    scope.react(() => {
      for (const id of [...selected, ...selection.ids]) this.#mark(id);
      selected = selection.ids;
    });
    let hovered: string | undefined;
    scope.react(() => {
      for (const id of [hovered, selection.hovered]) if (id !== undefined) this.#mark(id);
      hovered = selection.hovered;
    });
  }

  /** Notes that a region, or all of them, must be looked at again. */
  #mark(id: string | undefined): void {
    if (id === undefined) this.#dirty = 'all';
    else if (this.#dirty !== 'all') this.#dirty.add(id);
    if (this.#pending) return;
    this.#pending = true;
    this.#scope.frame(() => {
      this.#pending = false;
      this.flush();
    });
  }

  #drawAll(): void {
    const glance = this.#glance();
    this.#ordered = this.#state.regions.flatMap((region) =>
      this.#isShown(region, glance) ? (this.#layer(region, glance) ?? []) : [],
    );
    this.#places = undefined;
    this.#faults.keep((id) => glance.store?.doc.regions.has(id) === true);
    if (this.#drawn.size > this.#ordered.length) {
      const places = this.#placesOfLayers();
      for (const id of this.#drawn.keys()) if (!places.has(id)) this.#drawn.delete(id);
    }
    this.#draw(glance);
  }

  #isShown(region: Region, glance: Glance): boolean {
    if (region.toName !== this.#objectName || glance.hidden.has(region.id)) return false;
    return glance.item === undefined || (region.itemIndex ?? 0) === glance.item;
  }

  /** Made when it is first asked for: what is only looked at has no need of it. */
  #placesOfLayers(): Map<string, number> {
    this.#places ??= new Map(this.#ordered.map(({ id }, place) => [id, place]));
    return this.#places;
  }

  #drawSome(dirty: ReadonlySet<string>): void {
    const glance = this.#glance();
    const { regions } = glance.store?.doc ?? {};
    const places = this.#placesOfLayers();
    const ordered = this.#ordered;
    let changed = false;
    for (const id of dirty) {
      const place = places.get(id);
      const region = regions?.get(id);
      if (!region || (place === undefined && !this.#isShown(region, glance))) continue;
      const last = ordered.at(-1);
      const layer = this.#layer(region, glance);
      if (place !== undefined && !layer) return this.#drawAll();
      if (!layer || (place !== undefined && layer === ordered[place])) continue;
      // What is new comes after all others, or they are put in order.
      if (place === undefined && last && (regions?.get(last.id)?.order ?? 0) > region.order) return this.#drawAll();
      places.set(id, place ?? ordered.length);
      ordered[place ?? ordered.length] = layer;
      changed = true;
    }
    if (changed || this.#drawnOver !== this.#over()) this.#draw(glance);
  }

  #draw({ selected }: Glance): void {
    // What is selected lies on top and takes the pointer.
    const onTop = selected.size > 0 ? this.#ordered.filter((layer) => layer.selected) : [];
    const below = onTop.length > 0 ? this.#ordered.filter((layer) => !layer.selected) : this.#ordered;
    const frame = this.#frame();
    this.#drawnOver = this.#over();
    this.#surface.draw([...below, ...onTop, ...(frame ? [frame] : []), ...this.#drawnOver]);
  }

  #frame(): Layer | undefined {
    const drawn = this.#state.readonly || this.#state.selection.ids.length < 2 ? undefined : this.frame?.();
    if (!drawn) return undefined;
    return Object.freeze({ id: 'frame', ...drawn, colour: accent, fillOpacity: 0, strokeWidth: 1, frame: true });
  }

  #glance(): Glance {
    const { comparison, completion, selection, config, readonly, workspace, settings, registry } = this.#state;
    const object = config.byName.get(this.#objectName)?.attributes ?? {};
    const facts = this.#state.facts.of(this.#objectName);
    return {
      store: completion?.store,
      shape: once((name) => {
        const shape = registry.shape(name);
        return shape && seenIn(shape, this.#surface.space);
      }),
      style: once((name) => {
        const { fillOpacity, opacity, strokeWidth } = config.byName.get(name)?.attributes ?? {};
        return {
          fillOpacity: number(fillOpacity) ?? number(opacity) ?? 0.2,
          strokeWidth: number(strokeWidth) ?? 1,
        };
      }),
      facts,
      item: facts.items === undefined ? undefined : this.#state.facts.item(this.#objectName),
      sight: once((name) => this.sight(name)),
      selected: new Set(selection.ids),
      hidden: selection.hidden,
      locked: selection.locked,
      hovered: selection.hovered,
      readonly,
      predicted: workspace.showsPrediction,
      // Bars along a time would be nameless without.
      captions: this.#surface.space === 'time' || object.showLabels === true || settings.showLabels,
      ...(typeof object.highlightColor === 'string' && { colour: object.highlightColor }),
      ...(comparison && { colour: comparison.own }),
    };
  }

  /** The region's layer, the same one as before if nothing it shows is different; none for what cannot be drawn. */
  #layer(region: Region, glance: Glance): Layer | undefined {
    const { id } = region;
    const shape = glance.shape(region.shape);
    if (!glance.store || !shape) return undefined;
    const values = glance.store.valuesOf(id);
    const selected = glance.selected.has(id);
    const alone = selected && glance.selected.size === 1;
    const hovered = glance.hovered === id;
    const locked = region.readonly === true || glance.locked.has(id);
    const before = this.#drawn.get(id);
    if (
      before &&
      before.region === region &&
      before.values === values &&
      before.look === this.#look &&
      before.selected === selected &&
      before.alone === alone &&
      before.hovered === hovered &&
      before.locked === locked
    ) {
      return before.layer;
    }
    const layer = this.#paint(region, shape, glance, { selected, alone, hovered, locked });
    this.#drawn.set(id, { region, values, look: this.#look, selected, alone, hovered, locked, layer });
    return layer;
  }

  #paint(region: Region, shape: ShapeModule, glance: Glance, { selected, alone, hovered, locked }: Mood): Layer {
    const sight = glance.sight(region.fromName);
    const caption = glance.captions ? this.#faces.caption(region, glance.store) : '';
    const editable = alone && !locked && !glance.readonly;
    const tried = <T>(make: () => T) => this.#faults.tried(shape.name, region.id, make);
    const marks = tried(() => {
      this.#faults.note(region.id, shape.fault?.(region.geometry, sight));
      return shape.marks(region.geometry, sight);
    });
    const handles = editable
      ? tried(() => shape.handles(region.geometry, sight, this.options(region.fromName)))
      : undefined;
    return Object.freeze({
      id: region.id,
      marks: marks ?? [],
      colour: glance.colour ?? this.#faces.colour(region, glance.store),
      ...glance.style(region.fromName),
      ...((region.origin === 'prediction' || glance.predicted) && { dashed: true }),
      ...(selected && { selected }),
      ...(hovered && { hovered }),
      ...(locked && { locked }),
      ...(caption !== '' && { caption }),
      ...(handles && { handles: handles as never }),
    });
  }

  /** What a tool or shape may go by: the object's attributes, the control's, and the first armed label's. */
  options(controlName: string): Dict {
    const { config, armed } = this.#state;
    const control = config.byName.get(controlName);
    const labels = armed.of(controlName);
    const first = Array.isArray(labels) && typeof labels[0] === 'string' ? labels[0] : undefined;
    const label = first === undefined ? undefined : this.#faces.option(controlName, first)?.attributes;
    return { ...config.byName.get(this.#objectName)?.attributes, ...control?.attributes, ...label };
  }
}

/** A shape as a surface shows it: a track is a box in a picture, and a bar along the time. */
export function seenIn(shape: ShapeModule, space: Space): ShapeModule<unknown, any> | undefined {
  if (shape.space === space) return shape;
  return space === 'time' ? shape.onTimeline : undefined;
}

function once<R>(find: (name: string) => R): (name: string) => R {
  const found = new Map<string, R>();
  return (name) => {
    if (!found.has(name)) found.set(name, find(name));
    return found.get(name) as R;
  };
}

const number = (value: Json | undefined) => (typeof value === 'number' ? value : undefined);
