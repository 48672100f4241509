import type { ControlTag, TagNode } from '../contract/tag.js';
import type { Dict, Json } from '../model/json.js';
import { idOf, labelKey, spelledKey, valueIn } from './item.js';
import { htmlLabels } from './legacy.js';
import { controlsOn, controlTag, objectTag, type World } from './world.js';

/** Who speaks in an item. The same object for items that only differ in what they say. */
export interface Speakers {
  /** The control that made the item. */
  readonly control: TagNode;
  /** The control whose say the item holds: the same one, or the labels that go with a control that only draws. */
  readonly answer?: TagNode;
  /** Shapes that the geometry may be, the likeliest first. */
  readonly shapes: readonly string[];
  /** The control draws, or labels what is drawn. */
  readonly marks: boolean;
}

/**
 * Finds the control that an item speaks for. Where the config has none of that name, marks and labels are taken up by
 * another control on the same object: one of the same type; one that draws the shape which the type names; labels for
 * labels. An answer is never given to another question.
 */
export function speakersOf(world: World, wire: Dict, toName: string): Speakers | undefined {
  const role = roleOf(world, wire, toName);
  return role.speakers && inItem(role, role.speakers, wire);
}

/** Where items of a kind lie, and who speaks in them as far as their values have no say in it. */
interface Role {
  readonly toName: string;
  readonly controls: readonly TagNode[];
  readonly speakers: Speakers | undefined;
  /** Those with an answer as well, by it. */
  readonly answering: Map<TagNode, Speakers>;
}

/** The roles in the results of one completion. There are few, and finding one costs more than all else of reading an item. */
export class Cast {
  readonly #world: World;
  readonly #roles = new Map<Json | undefined, Map<Json | undefined, Map<Json | undefined, Role>>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The object that an item lies on, and who speaks in it. */
  of(wire: Dict): { readonly toName: string; readonly speakers: Speakers | undefined } {
    const { from_name, to_name, type } = wire;
    const byObject = this.#roles.get(from_name) ?? new Map<Json | undefined, Map<Json | undefined, Role>>();
    const byType = byObject.get(to_name) ?? new Map<Json | undefined, Role>();
    let role = byType.get(type);
    if (!role) {
      role = roleOf(this.#world, wire, objectOf(this.#world, wire));
      this.#roles.set(from_name, byObject.set(to_name, byType.set(type, role)));
    }
    return { toName: role.toName, speakers: role.speakers && inItem(role, role.speakers, wire) };
  }
}

function roleOf(world: World, wire: Dict, toName: string): Role {
  const item = htmlLabels(wire);
  const controls = controlsOn(world, toName);
  const control = named(world, item, toName) ?? (isForeign(world, item) ? standIn(controls, item) : undefined);
  const tag = controlTag(control);
  const answering = new Map<TagNode, Speakers>();
  if (!control || !tag) return { toName, controls, speakers: undefined, answering };
  const marks = tag.draws !== undefined || tag.speaksOf === 'region' || tag.result.asRegions === true;
  const shapes = shapesFor(world, item, control, controls, toName);
  return { toName, controls, speakers: { control, shapes, marks }, answering };
}

function inItem({ controls, answering }: Role, speakers: Speakers, item: Dict): Speakers {
  const { control } = speakers;
  const keyless = controlTag(control)?.result.key === undefined;
  const answer = keyless ? labelsBeside(controls, item) : speaks(control, item);
  if (!answer) return speakers;
  const known = answering.get(answer) ?? { ...speakers, answer };
  answering.set(answer, known);
  return known;
}

/** The object tag that an item lies on; where it does not say, the one its control speaks of. */
function objectOf(world: World, wire: Dict): string {
  const named = idOf(wire.to_name);
  if (named !== undefined) return named;
  const node = typeof wire.from_name === 'string' ? world.node(wire.from_name) : undefined;
  return node?.toNames[0] ?? '';
}

function named(world: World, { from_name, to_name, type }: Dict, toName: string): TagNode | undefined {
  const node = typeof from_name === 'string' ? world.node(from_name) : undefined;
  const tag = controlTag(node);
  if (!node || !tag) return undefined;
  // A control without an object of its own, such as Pairwise, names itself.
  if (node.toNames.includes(toName) || from_name === to_name) return node;
  // What was asked of the task is answered, whatever its object was called then.
  return tag.speaksOf === 'any' && type === tag.result.type && !world.node(toName) ? node : undefined;
}

/** A control that the config has, but of a tag that is not registered, needs nobody to stand in. */
const isForeign = (world: World, { from_name }: Dict): boolean => {
  const node = typeof from_name === 'string' ? world.node(from_name) : undefined;
  return node === undefined || node.module !== undefined;
};

function standIn(controls: readonly TagNode[], item: Dict): TagNode | undefined {
  const { type } = item;
  if (typeof type !== 'string') return undefined;
  const marking = (test: (tag: ControlTag) => boolean) =>
    controls.find((node) => {
      const tag = controlTag(node);
      return tag && (tag.draws !== undefined || tag.speaksOf === 'region') && test(tag);
    });
  const shape = shapeOfType(item);
  const same = marking((tag) => tag.result.type === type) ?? marking((tag) => tag.draws?.shape === shape);
  if (same || !type.endsWith('labels')) return same;
  // Labels of no shape in particular may go to labels of any, and labels of some shape to labels of none in particular.
  return marking(({ result, draws }) => result.key?.endsWith('labels') === true && (shape === '' || !draws));
}

function speaks(control: TagNode, item: Dict): TagNode | undefined {
  const tag = controlTag(control);
  return tag?.speaksOf === 'any' || spelledKey(valueIn(item), tag?.result.key) !== undefined ? control : undefined;
}

/** A shape's item that holds labels as well: video boxes do, and predictions that merge Rectangle and Labels. */
function labelsBeside(controls: readonly TagNode[], item: Dict): TagNode | undefined {
  if (labelKey(valueIn(item)) === undefined) return undefined;
  return controls.find((node) => {
    const tag = controlTag(node);
    return tag?.speaksOf === 'region' && tag.draws === undefined && tag.result.key?.endsWith('labels');
  });
}

/** The shape that a type is of, by its name: `rectangle` for `rectanglelabels`; empty for `labels`. */
function shapeOfType({ type }: Dict): string {
  if (typeof type !== 'string') return '';
  return type.endsWith('labels') ? type.slice(0, -'labels'.length) : type;
}

function shapesFor(world: World, item: Dict, control: TagNode, controls: readonly TagNode[], toName: string) {
  const own = controlTag(control)?.draws?.shape;
  const drawn = own === undefined ? controls.map((node) => controlTag(node)?.draws?.shape) : [own];
  const all = [own ?? objectTag(world.node(toName))?.draws?.shape, ...drawn, shapeOfType(item)];
  return [...new Set(all.filter((shape) => shape !== undefined && world.shape(shape)))] as readonly string[];
}
