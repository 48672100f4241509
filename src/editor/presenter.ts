import { reaction, untracked } from 'mobx';
import type { ShapeModule, Sight, Space } from '../contract/shape.js';
import type { Layer, Surfaces } from '../contract/surface.js';
import type { Scope } from '../contract/view.js';
import type { ControlValue, Region } from '../model/document.js';
import type { Dict, Json } from '../model/json.js';
import type { Faces } from './faces.js';
import type { EditorState } from './state.js';

type AnySurface = Surfaces[Space];

interface Drawn {
  readonly region: Region;
  readonly values: readonly ControlValue[];
  readonly look: number;
  readonly selected: boolean;
  readonly alone: boolean;
  readonly hovered: boolean;
  readonly locked: boolean;
  readonly layer: Layer;
}

const accent = '#6b7280';

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
  #ids: readonly string[] = [];
  #places = new Map<string, number>();
  #layers: readonly Layer[] = [];
  #dirty: Set<string> | 'all' = 'all';
  #pending = false;
  /** Raised when something that all layers depend on has changed: the medium's size, a setting, the config. */
  #look = 0;

  constructor(state: EditorState, faces: Faces, objectName: string, surface: AnySurface, scope: Scope) {
    this.#state = state;
    this.#faces = faces;
    this.#objectName = objectName;
    this.#surface = surface;
    this.#scope = scope;
    this.#watch();
  }

  get sight(): Sight {
    return { facts: this.#state.facts.of(this.#objectName) };
  }

  /** Draws what is due now rather than before the next paint. */
  flush(): void {
    const dirty = this.#dirty;
    this.#dirty = new Set();
    if (dirty !== 'all' && dirty.size === 0) return;
    untracked(() => (dirty === 'all' ? this.#drawAll() : this.#drawSome(dirty)));
  }

  /** A layer outside of the document: what is being drawn, or a marquee. */
  sketch(shape: ShapeModule, geometry: unknown, colour = accent): void {
    this.#surface.sketch(
      Object.freeze({
        id: 'sketch',
        marks: shape.marks(geometry, this.sight),
        colour,
        fillOpacity: 0.15,
        strokeWidth: 1.5,
      }),
    );
  }

  #watch(): void {
    const { selection, settings, facts } = this.#state;
    const scope = this.#scope;
    let stopFollowing = () => {};
    scope.add(() => stopFollowing());
    scope.react(() => {
      const store = this.#state.completion?.store;
      stopFollowing();
      stopFollowing =
        store?.observe((changes) => {
          for (const change of changes) {
            if (change.table === 'regions') this.#mark(change.before && change.after ? change.id : undefined);
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
          settings.showLabels,
          this.#state.readonly,
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
        () => [selection.ids, selection.revision],
        () => this.#mark(undefined),
      ),
    );
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
    const { regions, selection, facts } = this.#state;
    const item = facts.item(this.#objectName);
    const paged = this.sight.facts.items !== undefined;
    const ids: string[] = [];
    const selected: string[] = [];
    for (const region of regions) {
      if (region.toName !== this.#objectName || selection.isHidden(region.id)) continue;
      if (paged && (region.itemIndex ?? 0) !== item) continue;
      (selection.has(region.id) ? selected : ids).push(region.id);
    }
    // What is selected lies on top and takes the pointer.
    ids.push(...selected);
    this.#ids = ids;
    this.#places = new Map(ids.map((id, place) => [id, place]));
    for (const id of this.#drawn.keys()) if (!this.#places.has(id)) this.#drawn.delete(id);
    this.#layers = ids.flatMap((id) => this.#layer(id) ?? []);
    this.#surface.draw(this.#layers);
  }

  #drawSome(dirty: ReadonlySet<string>): void {
    if (this.#layers.length !== this.#ids.length) return this.#drawAll();
    const layers = [...this.#layers];
    let changed = false;
    for (const id of dirty) {
      const place = this.#places.get(id);
      if (place === undefined) continue;
      const layer = this.#layer(id);
      if (!layer) return this.#drawAll();
      if (layer === layers[place]) continue;
      layers[place] = layer;
      changed = true;
    }
    if (!changed) return;
    this.#layers = layers;
    this.#surface.draw(layers);
  }

  /** The region's layer, the same one as before if nothing it shows is different; none for what cannot be drawn. */
  #layer(id: string): Layer | undefined {
    const { completion, selection, registry } = this.#state;
    const region = completion?.doc.regions.get(id);
    const shape = region && registry.shape(region.shape);
    if (!completion || !region || !shape || shape.space !== this.#surface.space) return undefined;
    const values = completion.store.valuesOf(id);
    const state = {
      selected: selection.has(id),
      alone: selection.ids.length === 1,
      hovered: selection.hovered === id,
      locked: selection.isLocked(id) || region.readonly === true,
    };
    const before = this.#drawn.get(id);
    if (
      before &&
      before.region === region &&
      before.values === values &&
      before.look === this.#look &&
      before.selected === state.selected &&
      (before.alone === state.alone || !state.selected) &&
      before.hovered === state.hovered &&
      before.locked === state.locked
    ) {
      return before.layer;
    }
    const layer = this.#paint(region, shape, state);
    this.#drawn.set(id, { region, values, look: this.#look, ...state, layer });
    return layer;
  }

  #paint(
    region: Region,
    shape: ShapeModule,
    { selected, alone, hovered, locked }: { selected: boolean; alone: boolean; hovered: boolean; locked: boolean },
  ): Layer {
    const { config, readonly, workspace } = this.#state;
    const control = config.byName.get(region.fromName)?.attributes ?? {};
    const { highlightColor } = config.byName.get(this.#objectName)?.attributes ?? {};
    const highlight = typeof highlightColor === 'string' ? highlightColor : undefined;
    const caption = this.#caption(region);
    const editable = selected && alone && !locked && !readonly;
    return Object.freeze({
      id: region.id,
      marks: shape.marks(region.geometry, this.sight),
      colour: highlight ?? this.#faces.colour(region),
      fillOpacity: number(control.fillOpacity) ?? number(control.opacity) ?? 0.2,
      strokeWidth: number(control.strokeWidth) ?? 1,
      ...((region.origin === 'prediction' || workspace.showsPrediction) && { dashed: true }),
      ...(selected && { selected }),
      ...(hovered && { hovered }),
      ...(locked && { locked }),
      ...(caption !== '' && { caption }),
      ...(editable && { handles: shape.handles(region.geometry, this.sight, this.options(region.fromName)) as never }),
    });
  }

  #caption(region: Region): string {
    const { config, settings } = this.#state;
    const shown = config.byName.get(this.#objectName)?.attributes.showLabels;
    if (shown !== true && !settings.showLabels) return '';
    const names = this.#faces
      .labels(region)
      .map(({ name }) => name)
      .join(', ');
    const score = region.score === undefined ? '' : ` ${region.score.toFixed(2)}`;
    return `${names}${score}`.trim();
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

const number = (value: Json | undefined) => (typeof value === 'number' ? value : undefined);
