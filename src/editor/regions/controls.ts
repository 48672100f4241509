import type { LabelConfig } from '../../config/tree.js';
import type { Space } from '../../contract/shape.js';
import type { ControlTag, ObjectTag, TagNode } from '../../contract/tag.js';
import type { Region } from '../../model/document.js';
import { isList, type Json } from '../../model/json.js';

/** A control of the config, with its descriptor. */
export interface Control {
  readonly node: TagNode;
  readonly tag: ControlTag;
}

export const controlOf = (node: TagNode | undefined): Control | undefined =>
  node?.module?.kind === 'control' ? { node, tag: node.module } : undefined;

export const objectOf = (node: TagNode | undefined): ObjectTag | undefined =>
  node?.module?.kind === 'object' ? node.module : undefined;

/** All spaces that an object tag is drawn in. */
export const spacesOf = ({ space, opens = [] }: ObjectTag): readonly Space[] => (space ? [space, ...opens] : opens);

/** The controls that speak of an object tag, in config order. */
export const controlsOf = (config: LabelConfig, objectName: string): readonly Control[] =>
  config.nodes.flatMap((node) => {
    const control = controlOf(node);
    return control && node.toNames.includes(objectName) ? [control] : [];
  });

export const isLabels = ({ tag }: Control): boolean => tag.speaksOf === 'region' && tag.result.key !== undefined;

/** The shape that a control draws on an object: its own, or, for a control that only labels, the object's. */
export const shapeOn = ({ tag }: Control, object: ObjectTag | undefined): string | undefined =>
  tag.draws?.shape ?? (tag.speaksOf === 'region' ? object?.draws?.shape : undefined);

/** Labels may be put on regions of their own shape; labels without a shape on any. */
export const fits = (control: Control, region: Pick<Region, 'shape' | 'toName'>): boolean =>
  control.node.toNames.includes(region.toName) &&
  (control.tag.draws === undefined || control.tag.draws.shape === region.shape);

/** A label of a tree: the words from its root down. */
export type LabelPath = readonly string[];

/** Whether its labels are nodes of a tree: what it says are paths, and `maxUsages` is how many there can be at once. */
export const isTree = ({ tag }: Control): boolean => tag.offers === 'Choice';

/** The label words in a control's value; labels of a tree are none. */
export const labelWords = (value: Json | undefined): readonly string[] =>
  isList(value) ? value.filter((word): word is string => typeof word === 'string') : [];

/** All labels in a control's value, in their order. */
export const labelsIn = (value: Json | undefined): readonly (string | LabelPath)[] =>
  isList(value) ? value.map(labelOf).filter((label) => label !== undefined) : [];

/** The first of them, without a list: of ten thousand regions it is asked for at once. */
export function firstLabel(value: Json | undefined): string | LabelPath | undefined {
  if (!isList(value)) return undefined;
  for (const label of value) {
    const found = labelOf(label);
    if (found !== undefined) return found;
  }
  return undefined;
}

function labelOf(label: Json): string | LabelPath | undefined {
  if (typeof label === 'string') return label;
  if (!isList(label) || label.length === 0) return undefined;
  return label.map((word) => (typeof word === 'string' ? word : JSON.stringify(word)));
}
