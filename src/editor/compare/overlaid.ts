import type { ShapeModule, Sight, Space } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Region } from '../../model/document.js';
import { compareShallow, computed, makeObservable } from '../../reactive/index.js';
import type { EditorState } from '../state.js';
import type { Side } from './sides.js';

/** What is known of the comparison by who draws it. Observable. */
export interface Drawable {
  /** Those that are laid over the completion on show. */
  readonly over: readonly Side[];
  /** The layers that stand out. */
  readonly lit: ReadonlySet<string>;
}

interface Drawn {
  readonly of: readonly unknown[];
  readonly layer: Layer;
}

/** The id of a region of another completion among the layers of a surface. */
export const layerId = ({ completion }: Side, region: Region): string => `${completion.key} ${region.id}`;

/**
 * The regions of other completions over those on show, as outlines that can be pointed at and do nothing. A layer is the
 * same object as long as it shows the same.
 */
export class Overlaid {
  readonly #state: EditorState;
  readonly #comparison: Drawable;
  readonly #objectName: string;
  readonly #space: Space;
  readonly #sight: (controlName: string) => Sight;
  #drawn = new Map<string, Drawn>();

  constructor(
    state: EditorState,
    comparison: Drawable,
    objectName: string,
    space: Space,
    sight: (controlName: string) => Sight,
  ) {
    makeObservable<this, 'plain'>(this, { plain: computed, layers: computed({ equals: compareShallow }) });
    this.#state = state;
    this.#comparison = comparison;
    this.#objectName = objectName;
    this.#space = space;
    this.#sight = sight;
  }

  /** Observable. What stands out is put in its place: not all of them are looked at for that. */
  get layers(): readonly Layer[] {
    const { layers, places } = this.plain;
    const { lit } = this.#comparison;
    if (lit.size === 0) return layers;
    let shown: Layer[] | undefined;
    for (const id of lit) {
      const place = places.get(id);
      const found = layers[place ?? -1];
      if (place === undefined || !found) continue;
      shown ??= [...layers];
      // Nothing else may be different: what is only pointed at is painted by itself, without those around it.
      shown[place] = Object.freeze({ ...found, hovered: true });
    }
    return shown ?? layers;
  }

  private get plain(): {
    readonly layers: readonly Layer[];
    readonly places: ReadonlyMap<string, number>;
  } {
    const { facts, config } = this.#state;
    const { items } = facts.of(this.#objectName);
    const item = items === undefined ? undefined : facts.item(this.#objectName);
    const sights = new Map<string, Sight>();
    const before = this.#drawn;
    this.#drawn = new Map();
    const layers: Layer[] = [];
    const places = new Map<string, number>();
    for (const side of this.#comparison.over) {
      for (const region of side.regions) {
        if (region.toName !== this.#objectName || (item !== undefined && (region.itemIndex ?? 0) !== item)) continue;
        const shape = this.#shape(region.shape);
        if (!shape) continue;
        const sight = sights.get(region.fromName) ?? this.#sight(region.fromName);
        sights.set(region.fromName, sight);
        const id = layerId(side, region);
        const of = [region, side.colour, sight.facts, config, shape.track ? sight.frame : undefined];
        const known = before.get(id);
        const same = known?.of.every((value, index) => value === of[index]) === true;
        const layer = known && same ? known.layer : painted(id, side, region, shape, sight);
        this.#drawn.set(id, { of, layer });
        places.set(id, layers.length);
        layers.push(layer);
      }
    }
    return { layers, places };
  }

  #shape(name: string): ShapeModule<unknown, any> | undefined {
    const shape = this.#state.registry.shape(name);
    if (shape?.space === this.#space) return shape;
    return this.#space === 'time' ? (shape?.onTimeline as ShapeModule<unknown, any> | undefined) : undefined;
  }
}

/** Not filled, so that what lies under it can still be touched; but masks have no outline. */
function painted(
  id: string,
  { colour, completion }: Side,
  { geometry }: Region,
  shape: ShapeModule<unknown, any>,
  sight: Sight,
): Layer {
  let marks: Layer['marks'] = [];
  try {
    marks = shape.marks(geometry, sight);
  } catch {
    // That a shape's code fails is told when its completion is on show.
  }
  return Object.freeze({
    id,
    marks,
    colour,
    fillOpacity: marks.some(({ draw }) => draw === 'mask') ? 0.35 : 0,
    strokeWidth: 1.5,
    ...(completion.kind === 'prediction' && { dashed: true }),
  });
}
