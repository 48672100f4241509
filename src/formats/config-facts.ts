import type { ConfigElement } from '../config/elements.js';
import { parseConfig } from '../config/parse.js';

/** A label or choice of a control, with all of its attributes: `category`, `model_index`, `background` … */
export interface LabelFacts {
  /** As it stands in results: `alias`, else `value`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ControlFacts {
  /** `x_{{idx}}` where it is repeated. */
  readonly name: string;
  /** As written in the config: `RectangleLabels`. */
  readonly tag: string;
  readonly toNames: readonly string[];
  readonly labels: readonly LabelFacts[];
  /** The points of `SkeletonLabels` by name, and which of them are joined. */
  readonly skeleton?: SkeletonFacts;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface SkeletonFacts {
  readonly points: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
  /** What points are called to people, where that is something else. */
  readonly titles?: ReadonlyMap<string, string>;
}

export interface ObjectFacts {
  readonly name: string;
  readonly tag: string;
  /** The key of the task's data that it shows: its value without `$`. */
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What converters need to know of a config. It needs no tag modules, so that any config can be converted. */
export interface ConfigFacts {
  /** In the order of the config. */
  readonly controls: readonly ControlFacts[];
  readonly objects: readonly ObjectFacts[];
  /** Keys of the objects that controls are about, in the order of the config. */
  readonly dataKeys: readonly string[];
  /** The control that made a result: by name, or by the longest pattern of a repeated one. */
  controlOf(fromName: string): ControlFacts | undefined;
}

/** @param xml the labeling config; one that cannot be read has no controls */
export function readConfigFacts(xml: string): ConfigFacts {
  const { root } = parseConfig(xml);
  const controls: ControlFacts[] = [];
  const objects: ObjectFacts[] = [];
  if (root) walk(root, undefined, controls, objects);
  const named = new Map(objects.map((object) => [object.name, object]));
  const keys = new Set<string>();
  for (const { toNames } of controls) for (const name of toNames) keys.add(named.get(name)?.key ?? '');
  keys.delete('');
  const byName = new Map(controls.map((control) => [control.name, control]));
  const patterns = controls.flatMap((control) => patternOf(control)).sort((a, b) => b.length - a.length);
  const found = new Map<string, ControlFacts | undefined>();
  return {
    controls,
    objects,
    dataKeys: objects.map(({ key }) => key).filter((key, index, all) => keys.has(key) && all.indexOf(key) === index),
    controlOf(fromName) {
      if (!found.has(fromName)) {
        const pattern = patterns.find(({ matches }) => matches.test(fromName));
        found.set(fromName, byName.get(fromName) ?? pattern?.control);
      }
      return found.get(fromName);
    },
  };
}

interface Growing extends ControlFacts {
  readonly labels: LabelFacts[];
  skeleton?: { readonly points: string[]; readonly edges: [string, string][]; titles?: Map<string, string> };
}

function walk(
  element: ConfigElement,
  within: Growing | undefined,
  controls: ControlFacts[],
  objects: ObjectFacts[],
): void {
  const attributes = attributesOf(element);
  const { name, toName, value, alias, valueList } = attributes;
  let control = within;
  if (name !== undefined && toName !== undefined && element.tag !== 'Filter') {
    const toNames = toName.split(',').map((each) => each.trim());
    control = { name, tag: element.tag, toNames, labels: [], attributes };
    controls.push(control);
  } else if (name !== undefined && (value ?? valueList) !== undefined) {
    objects.push({ name, tag: element.tag, key: (value ?? valueList ?? '').replace(/^\$+/, ''), attributes });
  } else if (within && (element.tag === 'Label' || element.tag === 'Choice')) {
    const said = alias ?? value;
    if (said !== undefined) within.labels.push({ name: said, attributes });
  } else if (within && (element.tag === 'Keypoint' || element.tag === 'Edge')) {
    within.skeleton ??= { points: [], edges: [] };
    const { from, to } = attributes;
    if (element.tag === 'Edge' && from !== undefined && to !== undefined) within.skeleton.edges.push([from, to]);
    else if (element.tag === 'Keypoint' && value !== undefined) {
      within.skeleton.points.push(value);
      if (attributes.title !== undefined) {
        within.skeleton.titles ??= new Map();
        within.skeleton.titles.set(value, attributes.title);
      }
    }
  }
  for (const child of element.children) walk(child, control, controls, objects);
}

const attributesOf = ({ attributes }: ConfigElement): Record<string, string> =>
  Object.fromEntries(attributes.map(({ name, value }) => [name, value]));

/** `x_{{idx}}` is the control of `x_0`, `x_1` … */
function patternOf(control: ControlFacts) {
  if (!/\{\{\w+\}\}/.test(control.name)) return [];
  const source = control.name
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\d+');
  return [{ control, matches: new RegExp(`^${source}$`), length: control.name.length }];
}
