import { wordColours } from '../../config/options.js';
import { colourOf } from '../../config/palette.js';
import type { ShapeModule } from '../../contract/shape.js';
import type { Option } from '../../contract/tag.js';
import type { ControlValue, Region } from '../../model/document.js';
import type { Dict } from '../../model/json.js';
import { computed, makeObservable } from '../../reactive/index.js';
import type { DocumentStore } from '../../store/document-store.js';
import type { EditorState } from '../state.js';
import { controlOf, firstLabel, isLabels, isTree, type LabelPath, labelsIn } from './controls.js';
import { sightOf } from './regions.js';

export interface LabelFace {
  /** Of a node of a tree with all that it stands in. */
  readonly name: string;
  /** As it is written at a region. */
  readonly caption: string;
  readonly colour: string;
  /** The label's chip in the config, if it has one. */
  readonly option: Option | undefined;
}

/** What a person recognises a region by. Observable. */
export class Faces {
  readonly #state: EditorState;

  constructor(state: EditorState) {
    // Asked for in every frame of a drag, by who does not observe: they are kept even so.
    makeObservable<this, 'options' | 'faces' | 'labelControls'>(this, {
      options: computed({ keepAlive: true }),
      faces: computed({ keepAlive: true }),
      labelControls: computed({ keepAlive: true }),
    });
    this.#state = state;
  }

  /** Options by control name and result word. */
  private get options(): ReadonlyMap<string, ReadonlyMap<string, Option>> {
    const { config } = this.#state;
    const byControl = new Map<string, Map<string, Option>>();
    for (const node of config.nodes) {
      const options = config.options.get(node.key);
      if (options && node.name !== undefined)
        byControl.set(node.name, new Map(options.map((option) => [option.id, option])));
    }
    return byControl;
  }

  /** By control name and result word, as they come to be asked for. */
  private get faces(): { readonly known: Map<string, Map<string, LabelFace>>; readonly make: Faces['label'] } {
    const { options } = this;
    const { byName, options: all } = this.#state.config;
    const colours = wordColours(all);
    const make = (name: string, label: string | LabelPath): LabelFace => {
      const path = typeof label === 'string' ? [label] : label;
      const known = optionsOn(path, options.get(name));
      const option = known[path.length - 1];
      const node = byName.get(name);
      const control = controlOf(node);
      const words = path.map((word, at) => known[at]?.value ?? word);
      const { pathSeparator, showFullPath } = node?.attributes ?? {};
      const full = words.join(typeof pathSeparator === 'string' ? pathSeparator : ' / ');
      // A Choice says its colour by `color`, which a Label does not have.
      const own = control && isTree(control) ? option?.attributes.color : undefined;
      return {
        name: full,
        caption: showFullPath === true ? full : (words.at(-1) ?? ''),
        colour: typeof own === 'string' ? own : (option?.colour ?? colourOf(path.at(-1) ?? '', colours)),
        option,
      };
    };
    return { known: new Map(), make };
  }

  option(control: string, word: string): Option | undefined {
    return this.options.get(control)?.get(word);
  }

  /** @param store where what is said of the region stands: the completion, unless it is no part of that */
  labels(region: Region, store = this.#state.completion?.store): readonly LabelFace[] {
    return this.values(region, store).flatMap(({ fromName, value }) =>
      labelsIn(value).map((label) => this.label(fromName, label)),
    );
  }

  /** The labels and how sure the model is. */
  caption(region: Region, store = this.#state.completion?.store): string {
    const names = this.labels(region, store).map(({ caption }) => caption);
    return `${names.join(', ')} ${region.score?.toFixed(2) ?? ''}`.trim();
  }

  private values(region: Region, store: DocumentStore | undefined): readonly ControlValue[] {
    const values = store?.valuesOf(region.id) ?? [];
    const { labelControls } = this;
    return values.filter(({ fromName }) => labelControls.has(fromName));
  }

  private get labelControls(): ReadonlySet<string> {
    const controls = this.#state.config.nodes.flatMap((node) => controlOf(node) ?? []);
    return new Set(controls.filter(isLabels).map(({ node }) => node.name ?? ''));
  }

  label(control: string, label: string | LabelPath): LabelFace {
    const { known, make } = this.faces;
    const key = typeof label === 'string' ? label : label.length === 1 ? String(label[0]) : JSON.stringify(label);
    const before = known.get(control)?.get(key);
    if (before) return before;
    const face = make(control, label);
    const own = known.get(control) ?? new Map<string, LabelFace>();
    known.set(control, own.set(key, face));
    return face;
  }

  /** The colour of the first label, else that of the control, else a neutral one. */
  colour(region: Region, store = this.#state.completion?.store): string {
    const { labelControls } = this;
    for (const { fromName, value } of store?.valuesOf(region.id) ?? []) {
      const first = labelControls.has(fromName) ? firstLabel(value) : undefined;
      if (first !== undefined) return this.label(fromName, first).colour;
    }
    const { strokeColor } = this.#state.config.byName.get(region.fromName)?.written ?? {};
    return strokeColor ?? '#8a8f98';
  }

  /** What tells the region from others with the same label, in a few words. */
  text(region: Region): string {
    const { wire, shape } = region;
    if (shape === 'answer') return this.#summary(region);
    if (shape !== 'opaque') return this.#told(region, 'summary') ?? shape;
    return typeof wire === 'object' && wire !== null && 'type' in wire ? String(wire.type) : 'unknown';
  }

  #summary({ id, fromName }: Region): string {
    const { completion, config } = this.#state;
    const said = completion?.store.valuesOf(id).find((value) => value.fromName === fromName);
    return (said && controlOf(config.byName.get(fromName))?.tag.summary?.(said.value)) ?? '';
  }

  /** Named figures of the geometry, in the units of the results. */
  details(region: Region): Dict {
    return this.#told(region, 'describe') ?? {};
  }

  #told<K extends 'summary' | 'describe'>(
    region: Region,
    what: K,
  ): ReturnType<NonNullable<ShapeModule[K]>> | undefined {
    const { registry } = this.#state;
    const sight = sightOf(this.#state, region, region.fromName);
    try {
      return registry.shape(region.shape)?.[what]?.(region.geometry, sight) as ReturnType<NonNullable<ShapeModule[K]>>;
    } catch {
      // That a shape's code fails is told where it draws; the list and the details show what else is known.
      return undefined;
    }
  }
}

/** The options on a path as far as there are any, from the root down. */
function optionsOn(path: LabelPath, roots: ReadonlyMap<string, Option> | undefined): readonly Option[] {
  const found: Option[] = [];
  for (const word of path) {
    const next = found.length === 0 ? roots?.get(word) : found.at(-1)?.children.find(({ id }) => id === word);
    if (!next) break;
    found.push(next);
  }
  return found;
}
