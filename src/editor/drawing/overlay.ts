import type { Mark, ShapeModule, Sight } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Region } from '../../model/document.js';
import { compareShallow, computed, makeObservable } from '../../reactive/index.js';
import type { Assist } from '../assist/assist.js';
import { isPoint } from '../assist/prompt.js';
import type { Faces } from '../regions/faces.js';
import type { EditorState } from '../state.js';

type Mood = Pick<Layer, 'hovered' | 'selected'>;

interface Drawn {
  readonly of: readonly unknown[];
  readonly layer: Layer;
}

/** What lies over the regions of one object and is not in the document: the prompt, and above it what is suggested. */
export class Overlay {
  readonly #state: EditorState;
  readonly #assist: Assist;
  readonly #faces: Faces;
  readonly #objectName: string;
  readonly #sight: (controlName: string) => Sight;
  #drawn = new Map<string, Drawn>();

  constructor(
    state: EditorState,
    assist: Assist,
    faces: Faces,
    objectName: string,
    sight: (controlName: string) => Sight,
  ) {
    makeObservable(this, { layers: computed({ equals: compareShallow }) });
    this.#state = state;
    this.#assist = assist;
    this.#faces = faces;
    this.#objectName = objectName;
    this.#sight = sight;
  }

  /** A layer is the same object as long as it shows the same. Observable. */
  get layers(): readonly Layer[] {
    const { prompt, suggestions } = this.#assist;
    const { hovered } = this.#state.selection;
    const before = this.#drawn;
    this.#drawn = new Map();
    const layers = [
      ...prompt.items.map((region) => this.#layer(region, before, {}, (marks) => this.#prompt(region, marks))),
      ...suggestions.regions.map((region) => {
        const mood = {
          ...(hovered === region.id && { hovered: true }),
          ...(suggestions.picked === region.id && { selected: true }),
        };
        return this.#layer(region, before, mood, (marks) => this.#suggestion(region, marks, mood));
      }),
    ];
    return layers.flatMap((layer) => layer ?? []);
  }

  #layer(
    region: Region,
    before: ReadonlyMap<string, Drawn>,
    { hovered, selected }: Mood,
    paint: (marks: readonly Mark[]) => Layer,
  ): Layer | undefined {
    const shape = this.#state.registry.shape(region.shape);
    if (!shape || region.toName !== this.#objectName) return undefined;
    const sight = this.#sight(region.fromName);
    const of = [region, sight.facts, sight.control, hovered, selected];
    const known = before.get(region.id);
    const same = known?.of.every((value, index) => value === of[index]) === true;
    const layer = known && same ? known.layer : Object.freeze(paint(marksOf(shape, region, sight)));
    this.#drawn.set(region.id, { of, layer });
    return layer;
  }

  /** Not filled, so that what lies under it can still be touched. A point that is not meant is a ring. */
  #prompt(region: Region, marks: readonly Mark[]): Layer {
    const { prompt } = this.#assist;
    const isRing = isPoint(region.shape) && prompt.excludes(region.id);
    return {
      id: region.id,
      marks: isRing ? marks.flatMap((mark) => (mark.draw === 'dot' ? { ...mark, hollow: true } : [])) : marks,
      colour: this.#faces.colour(region, prompt.store),
      fillOpacity: marks.some(({ draw }) => draw === 'mask') ? 0.4 : 0,
      strokeWidth: 1.5,
      dashed: true,
    };
  }

  #suggestion(region: Region, marks: readonly Mark[], mood: Mood): Layer {
    const { store } = this.#assist.suggestions;
    return {
      id: region.id,
      marks,
      colour: this.#faces.colour(region, store),
      fillOpacity: marks.some(({ draw }) => draw === 'mask') ? 0.4 : 0.15,
      strokeWidth: 1.5,
      dashed: true,
      caption: this.#faces.caption(region, store),
      ...mood,
    };
  }
}

/** None where the shape's code fails: that is told of regions, and what is suggested becomes one before it counts. */
function marksOf(shape: ShapeModule, { geometry }: Region, sight: Sight): readonly Mark[] {
  try {
    return shape.marks(geometry, sight);
  } catch {
    return [];
  }
}
