import { Palette } from '../../config/palette.js';
import type { ConfigFacts, ControlFacts } from '../config-facts.js';
import { escaped } from '../pictures/xml.js';
import { byCodePoint } from './classes.js';
import { bareTagOf, type Kind, tagOf } from './shape-values.js';
import { isPictureObject } from './sources.js';

/** The control, or two, that results of a kind are of. */
export interface Drawing {
  readonly name: string;
  readonly toName: string;
  /** Of the result: `rectanglelabels`, or `rectangle` where labels come from another control. */
  readonly type: string;
  readonly labels?: { readonly name: string; readonly toName: string };
}

/** The points of bodies, where they are drawn as skeletons. */
export interface SkeletonParts {
  readonly points: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/** Controls for what is imported: those of a config that is there, or of one that is made as they are needed. */
export interface Controls {
  /** Undefined: the config cannot draw it. */
  drawing(kind: Kind, labels: readonly string[], skeleton?: SkeletonParts): Drawing | undefined;
  /** The object and the key of its data. */
  readonly picture: { readonly name: string; readonly key: string };
}

/** The controls of a config; of several that draw a kind the first that has one of the labels. */
export function controlsIn(config: ConfigFacts): Controls {
  const object = config.objects.find(isPictureObject);
  const picture = { name: object?.name ?? 'image', key: object?.key ?? 'image' };
  const own = config.controls.filter(({ toNames }) => !object || toNames.includes(object.name));
  const having = (tag: string | undefined, labels: readonly string[]): ControlFacts | undefined => {
    const of = own.filter((control) => control.tag === tag);
    return of.find((control) => control.labels.some(({ name }) => labels.includes(name))) ?? of[0];
  };
  const at = (control: ControlFacts) => ({ name: control.name, toName: object?.name ?? control.toNames[0] ?? '' });
  return {
    picture,
    drawing(kind, labels) {
      const whole = having(tagOf[kind], labels);
      if (whole) return { ...at(whole), type: tagOf[kind].toLowerCase() };
      const [bare, said] = [having(bareTagOf[kind], []), having('Labels', labels)];
      return bare && said && { ...at(bare), type: bare.tag.toLowerCase(), labels: at(said) };
    },
  };
}

interface Made {
  readonly kind: Kind;
  readonly labels: Set<string>;
  skeleton?: SkeletonParts;
}

/** Behind the name that the import gives its controls. */
const endings: Readonly<Record<Kind, string>> = {
  rectangle: '_rectangles',
  // So does Label Studio.
  polygon: 'polygons',
  multipolygon: '_multipolygons',
  ellipse: '_ellipses',
  brush: '_brush',
  vector: '_vectors',
  keypoint: '_keypoints',
  skeleton: '_skeletons',
};

export interface MadeControlsOptions {
  /** What names of controls begin with. */
  readonly from: string;
  /** The name of the object. */
  readonly to: string;
  /** Kinds whose control is called `from` and nothing else. */
  readonly plain: readonly Kind[];
  /** Those that all controls but keypoints get, met or not. */
  readonly labels?: readonly string[];
  /** Those that keypoints get. */
  readonly points?: readonly string[];
  /** What the controls of the config say to be about, if not the object. */
  readonly about?: string;
}

/** Controls that are made when they are first needed, and the config of them. */
export class MadeControls implements Controls {
  readonly picture: { readonly name: string; readonly key: string };
  readonly #options: MadeControlsOptions;
  readonly #made = new Map<string, Made>();
  /** Every class has its own points: names of controls by class. */
  readonly #skeletons = new Map<string, string>();

  constructor(options: MadeControlsOptions) {
    this.#options = options;
    this.picture = { name: options.to, key: 'image' };
  }

  drawing(kind: Kind, labels: readonly string[], skeleton?: SkeletonParts): Drawing {
    const { from, to, plain } = this.#options;
    let name = plain.includes(kind) ? from : from + endings[kind];
    if (skeleton) {
      const key = labels[0] ?? '';
      name = this.#skeletons.get(key) ?? `${name}${this.#skeletons.size || ''}`;
      this.#skeletons.set(key, name);
    }
    const made = this.#made.get(name) ?? { kind, labels: new Set<string>() };
    this.#made.set(name, made);
    if (skeleton) {
      const points = [...new Set([...(made.skeleton?.points ?? []), ...skeleton.points])];
      made.skeleton = { points, edges: skeleton.edges.length > 0 ? skeleton.edges : (made.skeleton?.edges ?? []) };
    }
    for (const label of labels) made.labels.add(label);
    return { name, toName: to, type: tagOf[kind].toLowerCase() };
  }

  get xml(): string {
    const { to, labels: classes = [], points: named = [], about = to } = this.#options;
    const palette = new Palette();
    const controls = [...this.#made].map(([name, { kind, labels, skeleton }]) => {
      const isPoint = kind === 'keypoint';
      const known = isPoint ? named : skeleton ? [] : classes;
      const all = [...known, ...[...labels].filter((label) => !known.includes(label)).sort(byCodePoint)];
      const lines = all.map((label, index) => {
        const order = isPoint ? ` model_index="${index}"` : '';
        return `    <Label value="${quoted(label)}"${order} background="${palette.colour(label)}"/>\n`;
      });
      const points = skeleton?.points.map((point) => `    <Keypoint value="${quoted(point)}"/>\n`) ?? [];
      const edges = skeleton?.edges.map(([a, b]) => `    <Edge from="${quoted(a)}" to="${quoted(b)}"/>\n`) ?? [];
      const inside = [...points, ...edges, ...lines].join('');
      return `  <${tagOf[kind]} name="${quoted(name)}" toName="${quoted(about)}">\n${inside}  </${tagOf[kind]}>\n`;
    });
    return `<View>\n  <Image name="${quoted(to)}" value="$image"/>\n${controls.join('')}</View>\n`;
  }
}

/** In attributes line breaks are read as blanks, unless they are written by number. */
const quoted = (text: string): string => escaped(text).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
