import {
  type Completion,
  type CompletionResult,
  type CompletionSource,
  insertCompletionText,
  snippet,
  startCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { AttributeSchema, TagSchema } from '../../../src/config/schema.js';
import { type Spot, spotAt, tagsIn } from './config-text.js';
import {
  attributeNamed,
  type ConfigKnowledge,
  controlRound,
  dataReferences,
  tagNamed,
  tagsWithin,
} from './config-words.js';

type Of<K extends Spot['kind']> = Extract<Spot, { kind: K }>;

const word = /^[\w:.-]*$/;

/** Offers tags, attributes and values in the text of a config. */
export function completeConfig(knowledge: () => ConfigKnowledge): CompletionSource {
  return ({ state, pos, explicit }): CompletionResult | null => {
    const text = state.doc.toString();
    const spot = spotAt(text, pos);
    if (!spot) return null;
    const known = knowledge();
    switch (spot.kind) {
      case 'tag':
        return { from: spot.from, options: tagOptions(spot.open, '', text, known), validFor: /^\/?[\w:.-]*>?$/ };
      case 'content':
        return explicit ? { from: pos, options: tagOptions(spot.open, '<', text, known) } : null;
      case 'end':
        return spot.open.length > 0 ? { from: spot.from, options: [ending(spot.open, '')], validFor: word } : null;
      case 'attribute':
        return { from: spot.from, options: attributeOptions(spot, known), validFor: word };
      case 'value':
        return valueOptions(spot, text, pos, known);
    }
  };
}

const ending = (open: readonly string[], before: string): Completion => ({
  label: `${before}${open.at(-1)}>`,
  detail: 'end',
  boost: -5,
});

function tagOptions(open: readonly string[], before: string, text: string, known: ConfigKnowledge): Completion[] {
  const inControl = controlRound(known.schema, open) !== undefined;
  const tags = tagsWithin(known.schema, open).map(({ tag, fits }): Completion => {
    const template = templateOf(tag, text, known);
    return {
      label: before + tag.tag,
      detail: tag.kind,
      info: tag.about,
      boost: fits ? 20 : inControl ? -20 : 0,
      apply: (view, completion, from, to) => {
        // Where the tag is there already, with its attributes, only its name is put in place.
        const rest = view.state.sliceDoc(to, to + 200);
        if (/^(\s*[\w:.-]+\s*=|\s*\/?>)/.test(rest)) insert(view, before + tag.tag, from, to);
        else snippet(before + template)(view, completion, from, to);
      },
    };
  });
  return open.length > 0 ? [...tags, ending(open, `${before}/`)] : tags;
}

function insert(view: EditorView, text: string, from: number, to: number): void {
  view.dispatch(insertCompletionText(view.state, text, from, to));
}

/** A tag with what it cannot do without, as a snippet: `${}` are the places to fill in. */
function templateOf(tag: TagSchema, text: string, known: ConfigKnowledge): string {
  const written = tagsIn(text);
  const attributes = Object.entries(tag.attributes).flatMap(([name, spec]) => {
    if (name === 'name' && tag.kind !== 'visual') return [`name="\${${freeName(tag, written)}}"`];
    if (spec.refersTo === 'object') return [`toName="\${${objectNames(tag, text, known)[0] ?? ''}}"`];
    const shown = name === 'value' && tag.kind === 'object';
    if (!spec.required && !shown) return [];
    const [first] = spec.type === 'data' ? dataReferences(known.data) : [];
    return [`${name}="\${${first?.reference ?? ''}}"`];
  });
  const start = [tag.tag, ...attributes].join(' ');
  if (tag.holds) return `${start}>\n\t\${}\n</${tag.tag}>`;
  const isBox = tag.kind === 'visual' && !('value' in tag.attributes);
  return isBox ? `${start}>\${}</${tag.tag}>` : `${start}/>`;
}

function freeName({ tag }: TagSchema, written: ReturnType<typeof tagsIn>): string {
  const taken = new Set(written.map(({ attributes }) => attributes.get('name')));
  const name = tag[0]?.toLowerCase() + tag.slice(1);
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}${number}`;
    if (!taken.has(free)) return free;
  }
}

function attributeOptions({ tag: name, open, present }: Of<'attribute'>, { schema }: ConfigKnowledge): Completion[] {
  const taken = new Set(present.map((one) => one.toLowerCase()));
  const attributes = Object.entries(tagNamed(schema, name, open)?.attributes ?? {});
  return attributes
    .filter(([attribute]) => !taken.has(attribute.toLowerCase()))
    .map(([attribute, spec]) => ({
      label: attribute,
      detail: spec.required ? `${typeName(spec)}, required` : typeName(spec),
      info: spec.about,
      boost: spec.required ? 20 : attribute === 'toName' ? 10 : 0,
      apply: (view, completion, from, to) => {
        if (/^\s*=/.test(view.state.sliceDoc(to, to + 20))) insert(view, attribute, from, to);
        else snippet(`${attribute}="\${}"\${}`)(view, completion, from, to);
        startCompletion(view);
      },
    }));
}

const typeName = ({ type, values }: AttributeSchema): string => (type === 'enum' ? (values ?? []).join(' | ') : type);

function valueOptions(spot: Of<'value'>, text: string, pos: number, known: ConfigKnowledge): CompletionResult | null {
  const { tag: name, attribute, open, quoted } = spot;
  const tag = tagNamed(known.schema, name, open);
  const spec = attributeNamed(tag, attribute);
  const typed = text.slice(spot.from, pos);
  // Several names stand side by side, with commas between them.
  const isList = spec?.refersTo === 'object' || /^when\w+Value$/.test(attribute);
  const last = isList ? typed.lastIndexOf(',') + 1 : 0;
  const from = spot.from + last + (/^\s*/.exec(typed.slice(last))?.[0].length ?? 0);
  const offered = tag && spec ? valuesOf(attribute, spec, tag, text, typed, known) : [];
  if (offered.length === 0) return null;
  const options = quoted ? offered : offered.map((one) => ({ ...one, apply: `"${one.label}"` }));
  return { from, options, validFor: isList ? /^[^"'<,]*$/ : /^[^"'<]*$/ };
}

function valuesOf(
  attribute: string,
  spec: AttributeSchema,
  tag: TagSchema,
  text: string,
  typed: string,
  known: ConfigKnowledge,
): Completion[] {
  const listed = (words: readonly string[]): Completion[] =>
    words.map((label, index) => ({
      label,
      boost: -index,
      ...(label === String(spec.default) && { detail: 'default' }),
    }));
  if (spec.type !== 'name' && (spec.type === 'data' || typed.trimStart().startsWith('$'))) {
    return dataReferences(known.data).map(({ reference, about }, index) => ({
      label: reference,
      detail: about,
      boost: -index / 4,
    }));
  }
  if (spec.type === 'enum') return listed(spec.values ?? []);
  if (spec.type === 'boolean') return listed(['true', 'false']);
  if (spec.refersTo === 'object') return listed(objectNames(tag, text, known));
  if (spec.refersTo === 'tag') return listed(controlNames(text, known));
  const of = /^when(\w+)Value$/.exec(attribute)?.[1];
  return of ? listed(wordsOf(of, text)) : [];
}

/** Names of the object tags in the text that a control can be about. */
function objectNames({ controls = [] }: TagSchema, text: string, { schema }: ConfigKnowledge): string[] {
  return tagsIn(text).flatMap(({ tag, attributes }) => {
    const object = tagNamed(schema, tag);
    const name = attributes.get('name');
    const fits = controls.includes('*') || (object && controls.includes(object.tag));
    return name && object?.kind === 'object' && fits ? [name] : [];
  });
}

function controlNames(text: string, { schema }: ConfigKnowledge): string[] {
  return tagsIn(text).flatMap(({ tag, attributes }) => {
    const name = attributes.get('name');
    return name && tagNamed(schema, tag)?.kind !== 'object' ? [name] : [];
  });
}

/** What the labels or choices in the text are called. */
function wordsOf(part: string, text: string): string[] {
  const values = tagsIn(text).flatMap(({ tag, attributes }) =>
    tag.toLowerCase() === part.toLowerCase() ? (attributes.get('value') ?? []) : [],
  );
  return [...new Set(values)];
}
