import type { MediaFacts, ShapeModule } from '../contract/shape.js';
import type { ControlTag, ObjectTag, TagNode } from '../contract/tag.js';

/** What results are read and written against: the config's tags, the registered shapes, what is known of the media. */
export interface World {
  /** The tag with this name. */
  node(name: string): TagNode | undefined;
  /** All tags of the config, in its order. */
  readonly nodes: readonly TagNode[];
  shape(name: string): ShapeModule<any, any> | undefined;
  /** Of one item (page), where the object tag has several. */
  facts(objectName: string, itemIndex?: number): MediaFacts;
}

/** A world as it is now, in which nothing is looked up twice: ten thousand results ask the same. Not to be kept. */
export function asOfNow({ node, nodes, shape, facts }: World): World {
  const shapes = new Map<string, ReturnType<World['shape']>>();
  const known = new Map<string, Map<number | undefined, MediaFacts>>();
  return {
    node,
    nodes,
    shape(name) {
      if (!shapes.has(name)) shapes.set(name, shape(name));
      return shapes.get(name);
    },
    facts(objectName, itemIndex) {
      const items = known.get(objectName) ?? new Map<number | undefined, MediaFacts>();
      const found = items.get(itemIndex) ?? facts(objectName, itemIndex);
      known.set(objectName, items.set(itemIndex, found));
      return found;
    },
  };
}

export const controlTag = (node: TagNode | undefined): ControlTag | undefined =>
  node?.module?.kind === 'control' ? node.module : undefined;

export const objectTag = (node: TagNode | undefined): ObjectTag | undefined =>
  node?.module?.kind === 'object' ? node.module : undefined;

const controls = new WeakMap<World['nodes'], Map<string, readonly TagNode[]>>();

/** The controls that speak of an object tag, in config order. Found once for each config, as every result asks. */
export function controlsOn({ nodes }: World, objectName: string): readonly TagNode[] {
  const known = controls.get(nodes) ?? new Map<string, readonly TagNode[]>();
  controls.set(nodes, known);
  const found =
    known.get(objectName) ?? nodes.filter((node) => controlTag(node) && node.name && node.toNames.includes(objectName));
  known.set(objectName, found);
  return found;
}
