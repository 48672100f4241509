import { Palette } from '../../config/palette.js';
import type { ConfigFacts, ControlFacts } from '../config-facts.js';
import { byCodePoint } from '../label-studio/classes.js';
import { escaped } from '../pictures/xml.js';
import { type Asking, askedBy, askingOf, keyOf } from './attributes.js';
import { type Medium, mediumOfTag, shownBy } from './medium.js';
import type { Body } from './shapes.js';

/** What is drawn, by the name of its control in a config that is made. */
export const drawnBy = {
  rectangle: { tag: 'RectangleLabels' },
  polygon: { tag: 'PolygonLabels' },
  segmentation: { tag: 'MultiPolygonLabels' },
  circle: { tag: 'EllipseLabels' },
  keypoint: { tag: 'KeyPointLabels' },
  line: { tag: 'VectorLabels' },
  pose: { tag: 'SkeletonLabels' },
  /** Spans of texts, and of sounds. */
  span: { tag: 'Labels' },
  cuboid: { tag: 'CuboidLabels' },
  points: { tag: 'PointSegmentLabels' },
  /** Of these the labels come from `Labels`, in the same result. */
  track: { tag: 'VideoRectangle', labels: true },
  keypointTrack: { tag: 'VideoKeyPoint', labels: true },
  lineTrack: { tag: 'VideoVector', labels: true },
} as const satisfies Readonly<Record<string, { readonly tag: string; readonly labels?: true }>>;

export type Drawn = keyof typeof drawnBy;

export interface Place {
  readonly from_name: string;
  readonly to_name: string;
  readonly type: string;
}

/** A class of FastLabel. */
export interface LabelFacts {
  readonly value: string;
  readonly title?: string;
  readonly color?: string;
}

/** Controls for what is imported: those of a config that is there, or of one that is made as they are needed. */
export interface FastlabelControls {
  /** Undefined: the config cannot draw it. */
  drawing(medium: Medium, drawn: Drawn, label: LabelFacts, body?: Body): Place | undefined;
  /** What asks for an attribute. Undefined: the config does not ask for it. */
  asking(
    medium: Medium,
    attribute: { readonly key: string; readonly name: string | undefined; readonly asking: Asking },
    values: readonly string[],
    perRegion: boolean,
  ): Place | undefined;
  /** The key of the data, of a task that has one or several. */
  key(medium: Medium, isList: boolean): string;
}

/** The controls of a config. */
export function controlsIn({ controls, objects }: ConfigFacts): FastlabelControls {
  const shown = (medium: Medium) => objects.find(({ tag }) => mediumOfTag(tag) === medium);
  const own = (medium: Medium): readonly ControlFacts[] => {
    const object = shown(medium);
    return object ? controls.filter(({ toNames }) => toNames.includes(object.name)) : [];
  };
  const at = (medium: Medium, control: ControlFacts): Place => ({
    from_name: control.name,
    to_name: shown(medium)?.name ?? '',
    type: control.tag.toLowerCase(),
  });
  return {
    drawing(medium, drawn, { value }) {
      const of = own(medium).filter(({ tag }) => tag === drawnBy[drawn].tag);
      const control = of.find(({ labels }) => labels.some(({ name }) => name === value)) ?? of[0];
      return control && at(medium, control);
    },
    asking(medium, { key, asking }, _, perRegion) {
      const control = own(medium).find(
        (each) =>
          keyOf(each) === key &&
          each.tag === askedBy[asking].tag &&
          (each.attributes.perRegion === 'true') === perRegion &&
          (asking !== 'checkbox' || askingOf(each) === 'checkbox'),
      );
      return control && at(medium, control);
    },
    key(medium, isList) {
      const object = shown(medium);
      const list = object?.attributes.valueList?.replace(/^\$+/, '');
      if (object) return (isList ? list : undefined) ?? (object.key || list || shownBy[medium].key);
      return isList ? shownBy[medium].keys : shownBy[medium].key;
    },
  };
}

interface Made {
  readonly medium: Medium;
  readonly name: string;
  readonly drawn: Drawn;
  readonly labels: Map<string, LabelFacts>;
  body?: Body;
}

interface Asked {
  readonly medium: Medium;
  readonly name: string;
  readonly key: string;
  readonly asking: Asking;
  readonly perRegion: boolean;
  title: string | undefined;
  readonly choices: Set<string>;
}

/** Controls that are made when they are first needed, and the config of them. */
export class MadeControls implements FastlabelControls {
  readonly #made = new Map<string, Made>();
  readonly #asked = new Map<string, Asked>();
  /** Whether its tasks have lists. */
  readonly #shown = new Map<Medium, boolean>();
  readonly #names = new Set<string>();
  /** Texts come by their urls. */
  readonly #byUrl: () => boolean;

  constructor(byUrl: () => boolean = () => true) {
    this.#byUrl = byUrl;
    for (const medium of Object.keys(shownBy)) this.#names.add(medium);
  }

  drawing(medium: Medium, drawn: Drawn, label: LabelFacts, body?: Body): Place {
    // Each class of bodies has its own points.
    const id = `${medium} ${drawn} ${body ? label.value : ''}`;
    let made = this.#made.get(id);
    if (!made) {
      made = { medium, name: this.#free(drawn), drawn, labels: new Map() };
      this.#made.set(id, made);
    }
    if (body) made.body = merged(made.body, body);
    const known = made.labels.get(label.value);
    if (!known || (known.title === undefined && label.title !== undefined))
      made.labels.set(label.value, { ...known, ...label });
    return { from_name: made.name, to_name: medium, type: drawnBy[drawn].tag.toLowerCase() };
  }

  asking(
    medium: Medium,
    { key, name, asking }: { readonly key: string; readonly name: string | undefined; readonly asking: Asking },
    values: readonly string[],
    perRegion: boolean,
  ): Place {
    const id = `${medium} ${perRegion} ${asking} ${key}`;
    let asked = this.#asked.get(id);
    if (!asked) {
      asked = { medium, name: this.#free(key), key, asking, perRegion, title: name, choices: new Set() };
      this.#asked.set(id, asked);
    }
    asked.title ??= name;
    if (asking === 'switch') for (const choice of ['true', 'false']) asked.choices.add(choice);
    else if (askedBy[asking].tag === 'Choices') for (const value of values) asked.choices.add(value);
    return { from_name: asked.name, to_name: medium, type: askedBy[asking].tag.toLowerCase() };
  }

  key(medium: Medium, isList: boolean): string {
    this.#shown.set(medium, isList || (this.#shown.get(medium) ?? false));
    return isList ? shownBy[medium].keys : shownBy[medium].key;
  }

  get media(): readonly Medium[] {
    return [...this.#shown.keys()];
  }

  get xml(): string {
    const lines: string[] = [];
    for (const [medium, isList] of this.#shown) {
      const { tag, key, keys } = shownBy[medium];
      const value = isList ? `valueList="$${keys}"` : `value="$${key}"`;
      const type = medium === 'text' && this.#byUrl() ? ' valueType="url"' : '';
      lines.push(`<${tag} name="${medium}" ${value}${type}/>`);
    }
    const palette = new Palette();
    for (const made of this.#made.values()) lines.push(...linesOf(made, palette));
    const tracks = [...this.#made.values()].filter(({ drawn }) => 'labels' in drawnBy[drawn]);
    const classes = new Map(tracks.flatMap(({ labels }) => [...labels]));
    const [first] = tracks;
    if (first)
      lines.push(
        ...elementOf('Labels', this.#free('label'), first.medium, '', labelLines([...classes.values()], palette)),
      );
    for (const asked of this.#asked.values()) lines.push(...askedLines(asked));
    return `<View>\n${lines.map((line) => `  ${line}\n`).join('')}</View>\n`;
  }

  #free(name: string): string {
    let found = name;
    for (let count = 2; this.#names.has(found); count++) found = `${name}_${count}`;
    this.#names.add(found);
    return found;
  }
}

function merged(known: Body | undefined, { points, edges, titles }: Body): Body {
  const joined = [...(known?.edges ?? [])];
  for (const [a, b] of edges) {
    if (!joined.some(([x, y]) => (x === a && y === b) || (x === b && y === a))) joined.push([a, b]);
  }
  return {
    points: [...new Set([...(known?.points ?? []), ...points])],
    edges: joined,
    titles: new Map([...(titles ?? []), ...(known?.titles ?? [])]),
  };
}

function linesOf({ medium, name, drawn, labels, body }: Made, palette: Palette): string[] {
  const { tag } = drawnBy[drawn];
  if ('labels' in drawnBy[drawn]) return [`<${tag} name="${quoted(name)}" toName="${medium}"/>`];
  const points = (body?.points ?? []).map((point) => {
    const title = body?.titles?.get(point);
    return `<Keypoint value="${quoted(point)}"${title === undefined || title === point ? '' : ` title="${quoted(title)}"`}/>`;
  });
  const edges = (body?.edges ?? []).map(([from, to]) => `<Edge from="${quoted(from)}" to="${quoted(to)}"/>`);
  return elementOf(tag, name, medium, '', [...points, ...edges, ...labelLines([...labels.values()], palette)]);
}

/** In the order of their names, as annotations have them in any order. */
const labelLines = (labels: readonly LabelFacts[], palette: Palette): string[] =>
  [...labels]
    .sort((a, b) => byCodePoint(a.value, b.value))
    .map(({ value, title, color }) => {
      const said =
        title === undefined || title === value
          ? `value="${quoted(value)}"`
          : `value="${quoted(title)}" alias="${quoted(value)}"`;
      return `<Label ${said} background="${quoted(color ?? palette.colour(value))}"/>`;
    });

function askedLines({ medium, name, key, asking, perRegion, title, choices }: Asked): string[] {
  const extra = [
    ...(name === key ? [] : [`attributeKey="${quoted(key)}"`]),
    ...(title === undefined ? [] : [`attributeTitle="${quoted(title)}"`]),
    ...(perRegion ? ['perRegion="true"'] : []),
    ...(asking === 'select' ? ['layout="select"'] : []),
    ...(asking === 'checkbox'
      ? ['choice="multiple"']
      : asking === 'radio' || asking === 'switch'
        ? ['choice="single-radio"']
        : []),
  ].map((each) => ` ${each}`);
  const inside = [...choices].map((choice) => `<Choice value="${quoted(choice)}"/>`);
  return [
    `<Header value="${quoted(title ?? key)}" size="6"/>`,
    ...elementOf(askedBy[asking].tag, name, medium, extra.join(''), inside),
  ];
}

function elementOf(tag: string, name: string, toName: string, extra: string, inside: readonly string[]): string[] {
  const head = `<${tag} name="${quoted(name)}" toName="${toName}"${extra}`;
  if (inside.length === 0) return [`${head}/>`];
  return [`${head}>`, ...inside.map((line) => `  ${line}`), `</${tag}>`];
}

/** In attributes line breaks are read as blanks, unless they are written by number. */
const quoted = (text: string): string => escaped(text).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
