import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { ControlFacts } from '../config-facts.js';
import { isNumber } from '../geometry/points.js';
import { textIn } from '../plain.js';
import type { Tell } from './shapes.js';

/** How an attribute of FastLabel is asked: `{ key, name, type, value }`. */
export type Asking = 'text' | 'number' | 'select' | 'radio' | 'checkbox' | 'switch';

/** Something said, ready to be a result: the key of its value, and what stands there. */
export interface Said {
  readonly key: string;
  readonly name: string | undefined;
  readonly asking: Asking;
  /** Texts; or a number. */
  readonly value: readonly string[] | number;
}

/** Undefined: nothing is said, or nothing that a control could hold. */
export function saidBy({ key, name, type, value }: Dict): Said | undefined {
  if (typeof key !== 'string' || key === '') return undefined;
  const common = { key, name: typeof name === 'string' && name !== '' ? name : undefined };
  if (typeof value === 'boolean') return { ...common, asking: 'switch', value: [textIn(value)] };
  if (isNumber(value)) return { ...common, asking: 'number', value };
  if (isList(value)) {
    if (value.length === 0 || !value.every((each) => typeof each === 'string')) return undefined;
    return { ...common, asking: 'checkbox', value: value as readonly string[] };
  }
  if (typeof value !== 'string' || value === '') return undefined;
  const asking = type === 'select' || type === 'radio' || type === 'checkbox' ? type : 'text';
  return { ...common, asking, value: [value] };
}

/** The attributes of an annotation or a task: those that results can hold, and the others as they are. */
export function sorted(attributes: Json | undefined): {
  readonly said: readonly Said[];
  readonly rest: readonly Json[];
} {
  const [said, rest]: [Said[], Json[]] = [[], []];
  for (const attribute of isList(attributes) ? attributes : []) {
    const found = isDict(attribute) ? saidBy(attribute) : undefined;
    if (found) said.push(found);
    else rest.push(attribute);
  }
  return { said, rest };
}

/** The element that asks it, and the key of its results' values. */
export const askedBy: Readonly<Record<Asking, { readonly tag: string; readonly value: string }>> = {
  text: { tag: 'TextArea', value: 'text' },
  number: { tag: 'Number', value: 'number' },
  select: { tag: 'Choices', value: 'choices' },
  radio: { tag: 'Choices', value: 'choices' },
  checkbox: { tag: 'Choices', value: 'choices' },
  switch: { tag: 'Choices', value: 'choices' },
};

/** What a control asks, as FastLabel would. */
export function askingOf({ tag, attributes, labels }: ControlFacts): Asking | undefined {
  if (tag === 'TextArea' || tag === 'DateTime') return 'text';
  if (tag === 'Number' || tag === 'Rating') return 'number';
  if (tag === 'Taxonomy') return 'checkbox';
  if (tag === 'Pairwise') return 'radio';
  if (tag !== 'Choices') return undefined;
  if (attributes.choice === 'multiple') return 'checkbox';
  if (labels.length === 2 && labels.every(({ name }) => name === 'true' || name === 'false')) return 'switch';
  return attributes.layout === 'select' ? 'select' : 'radio';
}

/** The key and the name of an attribute whose control has another name, as one that this import made may have. */
export const keyOf = ({ name, attributes }: ControlFacts): string => attributes.attributeKey ?? name;

/** What a control says, as an attribute of FastLabel; undefined where FastLabel has none such, which is told. */
export function attributeOf(control: ControlFacts, value: Dict, tell: Tell): Dict | undefined {
  const asking = askingOf(control);
  const given = valueIn(control.tag, value, tell);
  if (asking === undefined || given === undefined) {
    tell('not-carried', `FastLabel has nothing like <${control.tag}>; what it says is left out.`);
    return undefined;
  }
  const name = control.attributes.attributeTitle;
  return { key: keyOf(control), ...(name !== undefined && { name }), ...typed(asking, given, tell) };
}

function typed(asking: Asking, given: number | readonly string[], tell: Tell): Dict {
  if (typeof given === 'number') return { type: 'number', value: given };
  const [first = '', ...more] = given;
  if (asking === 'text') {
    if (more.length > 0) tell('changed', 'Several texts of one control become one, each on a line.');
    return { type: 'text', value: given.join('\n') };
  }
  if (asking === 'checkbox' || more.length > 0) return { type: 'checkbox', value: given };
  if (asking === 'switch' && (first === 'true' || first === 'false'))
    return { type: 'switch', value: first === 'true' };
  return { type: asking, value: first };
}

function valueIn(tag: string, value: Dict, tell: Tell): number | readonly string[] | undefined {
  const { choices, text, number, rating, datetime, taxonomy, selected } = value;
  if (isNumber(number)) return number;
  if (isNumber(rating)) {
    tell('changed', 'Ratings become numbers.');
    return rating;
  }
  if (typeof datetime === 'string') return [datetime];
  if (typeof selected === 'string') return [selected];
  // A text result's own `text` is that of its span.
  if (tag === 'TextArea') return isList(text) ? text.map(String) : typeof text === 'string' ? [text] : undefined;
  const list = tag === 'Taxonomy' ? taxonomy : choices;
  if (!isList(list) || list.length === 0) return undefined;
  return list.map((each) => {
    if (!isList(each)) return textIn(each);
    if (each.length > 1) tell('changed', 'Paths of choices become texts, parted by slashes.');
    return each.join(' / ');
  });
}
