import type { Dict, Json } from '../model/json.js';
import type { Place, Problem } from '../model/problem.js';
import type { MediaFacts, Space } from './shape.js';

/**
 * `name`: the name of this or another tag; `data`: a literal or a `$reference` to task data of any type;
 * `colour`: a CSS colour; `unit`: a number from 0 to 1; a list: one of these words, letter case ignored.
 * A value that starts with `$` is checked only after it was resolved.
 */
export type AttributeType = 'string' | 'number' | 'unit' | 'boolean' | 'colour' | 'name' | 'data' | readonly string[];

export interface AttributeSpec {
  readonly type: AttributeType;
  readonly required?: true;
  /** With `required`: this other attribute will do as well. */
  readonly unless?: string;
  readonly default?: Json;
  /** One sentence for the docs. */
  readonly about: string;
}

/**
 * The light half of a tag, always loaded: enough to parse, validate, document and serialise. `load` fetches the heavy
 * half (WebGL, three, decoders) the first time a config uses the tag. `V` is `View`; it is a parameter only because
 * this file knows no DOM.
 */
interface TagBase {
  /** Raised when these types change incompatibly. */
  readonly contract: 1;
  /** As written in the config; letter case is ignored when it is matched. */
  readonly tag: string;
  readonly aliases?: readonly string[];
  /** One sentence for the docs. */
  readonly about: string;
  /** Configs; the conformance test parses and mounts each. */
  readonly examples: readonly TagExample[];
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** Tags it must stand in, at any depth. `*Labels` is every tag whose name ends so. */
  readonly within?: readonly string[];
  /** `text`: text inside the element becomes `value`; `markup`: so does any markup inside it. */
  readonly content?: 'text' | 'markup';
  /**
   * What is wrong with it in this config beyond its attributes' types: with its parts taken together. `at` is the place
   * of the tag or part (`node.at`), and `attribute` where it is about one.
   */
  checkConfig?(node: TagNode): readonly Problem[];
}
export interface TagExample {
  readonly title: string;
  readonly config: string;
  readonly data: Dict;
}

/** Shows a medium. */
export interface ObjectTag<V = unknown> extends TagBase {
  readonly kind: 'object';
  /** What its regions are drawn in; none: there is nothing to draw on it. */
  readonly space?: Space;
  /** Further spaces that it opens: a film has a time line. */
  readonly opens?: readonly Space[];
  /** The shape and tools that a generic `Labels` draws with here (span on text); none on an image, where shape tags draw. */
  readonly draws?: { readonly shape: string; readonly tools: readonly string[] };
  /** What every new result on it says beside `value`, e.g. `original_width`. */
  envelope?(facts: MediaFacts): Dict;
  load(): Promise<V>;
}

/** Asks for something: marks, labels, answers. */
export interface ControlTag<V = unknown> extends TagBase {
  readonly kind: 'control';
  /** Object tags that its `toName` may name; `['*']` for any, none where it has no `toName`. */
  readonly controls: readonly string[];
  /** The result's `type`, and its own key inside `value` (none: geometry only). */
  readonly result: {
    readonly type: string;
    readonly key?: string;
    /** What a `Labels` beside it says of its regions stands in their own results, and not in results of that Labels. */
    readonly mergesLabels?: true;
    /** Its results name the control itself in `to_name`. */
    readonly ofItself?: true;
    /** Each thing it says is a region of its own: it can be selected, and other controls can speak of it, as of an object tag's. */
    readonly asRegions?: true;
  };
  /**
   * The part tag that is chosen from (Label, Choice). Further ones may come from task data, by the attribute `value`;
   * those without a hotkey are given one.
   */
  readonly offers?: string;
  /** What it offers is given no hotkeys: there is too much of it, or it is not to be had by a key. */
  readonly keyless?: true;
  /** Parts that only it knows: inside of it they come before registered tags of the same name. */
  readonly parts?: readonly PartTag[];
  /** `region`: its value always belongs to a region (labels); `any`: to the task, or to a region or item by perRegion, perItem. */
  readonly speaksOf: 'region' | 'any';
  /**
   * Set on a control that draws: what, and with which tools, by name. `crisp`: by whole pixels, which a picture therefore
   * shows as they are where its tag does not say otherwise.
   */
  readonly draws?: { readonly shape: string; readonly tools: readonly string[]; readonly crisp?: true };
  /** Problems that forbid to submit this value: required, out of range … `answers`: all that it says, where these can be several. */
  check?(value: Json | undefined, attributes: Dict, answers?: readonly Json[]): readonly Problem[];
  /** What tells one thing that it says from others, in a few words, for the list of regions. */
  summary?(value: Json): string;
  /** What a new completion has it say before anyone answered: preselected choices, a default. Not asked where it is perRegion or perItem. */
  initial?(beginning: Beginning): Json | undefined;
  /** What it is with these attributes, where they make another kind of control of it; itself where they do not. */
  variant?(attributes: Dict): ControlTag<V>;
  load?(): Promise<V>;
}

/** What a control's first answer can be made of. */
export interface Beginning {
  readonly node: TagNode;
  readonly options: readonly Option[];
  /** The object tags that it speaks of, in the order of `toName`. */
  readonly objects: readonly TagNode[];
}

/** Lays out, styles, explains. */
export interface VisualTag<V = unknown> extends TagBase {
  readonly kind: 'visual';
  /**
   * What stands inside of it stands there once for every entry of a list in the task, each time in a `View` of its own:
   * `list` is the attribute that refers to the list, `flag` the one with the text that the number of the entry, from 0,
   * takes the place of in all attributes inside.
   */
  readonly repeats?: { readonly list: string; readonly flag: string };
  load?(): Promise<V>;
}

/** Part of its parent: Label, Choice. It is not mounted by itself; the parent gets it as an `Option`. */
export interface PartTag extends TagBase {
  readonly kind: 'part';
}

export type TagModule<V = unknown> = ObjectTag<V> | ControlTag<V> | VisualTag<V> | PartTag;

/** One element of a valid config, its attributes resolved against the task's data, coerced and with defaults. */
export interface TagNode {
  /** Absent: the tag is not registered. Its children are shown all the same. */
  readonly module?: TagModule;
  /** As written in the config. */
  readonly tag: string;
  /** Path in the tree (`0.2.1`), the same as long as the config is. */
  readonly key: string;
  readonly name?: string;
  /** By the descriptor's spelling of the attribute, others as written. `content` of the element is in `value`. */
  readonly attributes: Dict;
  /** The attributes as written, before `$references` were resolved. */
  readonly written: Readonly<Record<string, string>>;
  /** For a control: the names of the object tags it speaks of. */
  readonly toNames: readonly string[];
  readonly children: readonly TagNode[];
  readonly at: Place;
}

/** One thing that a control offers: a Label or Choice of the config, or an entry of dynamic task data. */
export interface Option {
  /** What a result says: the alias, or else the value. */
  readonly id: string;
  readonly value: string;
  /** A CSS colour: the tag's own, or one of the palette, the same for the same word all over the config. */
  readonly colour: string;
  /** As shown on the chip; assigned where the config gives none. */
  readonly hotkey?: string;
  /** The ids from the root down to here, as nested choices are written. */
  readonly path: readonly string[];
  /** The attributes of the Label or Choice. */
  readonly attributes: Dict;
  readonly children: readonly Option[];
}
