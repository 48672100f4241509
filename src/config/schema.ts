import type { AttributeSpec, AttributeType, TagExample, TagModule } from '../contract/tag.js';
import type { Json } from '../model/json.js';

/** All that a config can say, as plain JSON: for editors of configs, for completion and for documentation. */
export interface ConfigSchema {
  /** Raised when these types change incompatibly. */
  readonly version: 1;
  /** In alphabetical order. */
  readonly tags: readonly TagSchema[];
}

export interface TagSchema {
  /** Letter case is ignored where it is matched. */
  readonly tag: string;
  /** Other names of the same tag. */
  readonly aliases?: readonly string[];
  /** Shows a medium, asks for something, lays out, or is part of another tag. */
  readonly kind: 'object' | 'control' | 'visual' | 'part';
  /** One sentence. */
  readonly about: string;
  /** By name; letter case is ignored where it is matched. */
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  /** Tags it must stand in, at any depth. `*Labels` is every tag whose name ends so. None: it stands anywhere. */
  readonly within?: readonly string[];
  /** What stands inside of it becomes its `value`: text, or markup. */
  readonly content?: 'text' | 'markup';
  /** Names of the parts that can stand in it, at any depth. */
  readonly holds?: readonly string[];
  /** Parts that only it knows; in it they come before tags of the same name. */
  readonly parts?: readonly TagSchema[];
  /** What is marked with it, or on it: `rectangle`, `span`. */
  readonly shape?: string;
  /** An object tag: the kind of place it is; none where nothing is marked in it. */
  readonly space?: 'stage2d' | 'time' | 'scene3d' | 'flow';
  /** A control: object tags that its `toName` may name; `['*']` for any, none where it has no `toName`. */
  readonly controls?: readonly string[];
  /** A control: the part that one chooses from in it. */
  readonly offers?: string;
  /** A control: whether it always speaks of a region, or also of the task. */
  readonly speaksOf?: 'region' | 'any';
  readonly result?: ResultSchema;
  /** A visual tag: its content is there once for each entry of a list, which the attribute `list` refers to. */
  readonly repeats?: { readonly list: string; readonly flag: string };
  readonly examples: readonly TagExample[];
}

/** What a control writes. */
export interface ResultSchema {
  readonly type: string;
  /** Its own key inside `value`; none: geometry only. */
  readonly key?: string;
  /** `to_name` is the name of the control itself. */
  readonly ofItself?: true;
}

export interface AttributeSchema {
  /**
   * `unit`: a number from 0 to 1; `colour`: a CSS colour; `name`: of this or another tag; `data`: a literal or a
   * `$reference` to the data of the task; `enum`: one of `values`, letter case ignored. A `$reference` may stand anywhere
   * but in a name.
   */
  readonly type: Exclude<AttributeType, readonly string[]> | 'enum';
  readonly values?: readonly string[];
  /** A name: of an object tag, or of any tag; absent where it is the tag's own. Several are separated by commas. */
  readonly refersTo?: 'object' | 'tag';
  readonly required?: true;
  /** With `required`: this other attribute will do as well. */
  readonly unless?: string;
  readonly default?: Json;
  /** One sentence. */
  readonly about: string;
}

/** What configs can say with these tags. */
export function configSchema(tags: readonly TagModule[]): ConfigSchema {
  const parts = tags.filter(({ kind }) => kind === 'part');
  return { version: 1, tags: byName(tags.map((tag) => tagSchema(tag, parts))) };
}

function tagSchema(tag: TagModule, parts: readonly TagModule[]): TagSchema {
  const attributes = Object.entries(tag.attributes).map(([name, spec]) => [name, attributeSchema(name, spec, tag)]);
  return {
    tag: tag.tag,
    ...(tag.aliases?.length && { aliases: tag.aliases }),
    kind: tag.kind,
    about: tag.about,
    ...(tag.within && { within: tag.within }),
    ...(tag.content && { content: tag.content }),
    ...(tag.kind === 'object' && tag.space && { space: tag.space }),
    ...((tag.kind === 'object' || tag.kind === 'control') && tag.draws && { shape: tag.draws.shape }),
    ...controlSchema(tag, parts),
    ...(tag.kind === 'visual' && tag.repeats && { repeats: tag.repeats }),
    attributes: Object.fromEntries(attributes),
    examples: tag.examples,
  };
}

function controlSchema(tag: TagModule, parts: readonly TagModule[]): Partial<TagSchema> {
  const own = (tag.kind === 'control' && tag.parts) || [];
  const known = new Set(own.map((part) => part.tag.toLowerCase()));
  const others = parts.filter((part) => !known.has(part.tag.toLowerCase()) && standsIn(part.within ?? [], tag.tag));
  const holds = [...own, ...others].map((part) => part.tag).sort();
  if (tag.kind !== 'control') return holds.length > 0 ? { holds } : {};
  const { type, key, ofItself } = tag.result;
  return {
    controls: tag.controls,
    speaksOf: tag.speaksOf,
    ...(tag.offers && { offers: tag.offers }),
    ...(holds.length > 0 && { holds }),
    ...(own.length > 0 && { parts: byName(own.map((part) => tagSchema(part, own))) }),
    result: { type, ...(key !== undefined && { key }), ...(ofItself && { ofItself }) },
  };
}

function attributeSchema(name: string, spec: AttributeSpec, tag: TagModule): AttributeSchema {
  const { type, required, unless, about } = spec;
  return {
    ...(typeof type === 'string' ? { type } : { type: 'enum' as const, values: type }),
    ...(type === 'name' && name !== 'name' && { refersTo: refersTo(name, tag) }),
    ...(required && { required }),
    ...(unless !== undefined && { unless }),
    ...(spec.default !== undefined && { default: spec.default }),
    about,
  };
}

const refersTo = (name: string, tag: TagModule): 'object' | 'tag' =>
  name === 'toName' && tag.kind === 'control' && tag.controls.length > 0 ? 'object' : 'tag';

/** Whether a part that must stand in these tags can stand in this one, which may itself stand anywhere. */
export function standsIn(within: readonly string[], tag: string): boolean {
  const name = tag.toLowerCase();
  return within.some((holder) =>
    holder.startsWith('*') ? name.endsWith(holder.slice(1).toLowerCase()) : name === holder.toLowerCase(),
  );
}

const byName = (tags: readonly TagSchema[]): readonly TagSchema[] =>
  [...tags].sort((a, b) => (a.tag.toLowerCase() < b.tag.toLowerCase() ? -1 : 1));
