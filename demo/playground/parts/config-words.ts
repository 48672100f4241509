import { type AttributeSchema, type ConfigSchema, standsIn, type TagSchema } from '../../../src/config/schema.js';

/** What is known beside the text of a config. */
export interface ConfigKnowledge {
  readonly schema: ConfigSchema;
  /** The data of the task on show, of whatever type. */
  readonly data: unknown;
}

const isCalled =
  (name: string) =>
  ({ tag, aliases = [] }: TagSchema): boolean =>
    [tag, ...aliases].some((word) => word.toLowerCase() === name.toLowerCase());

/** The innermost control of the tags that are open, outermost first. */
export function controlRound({ tags }: ConfigSchema, open: readonly string[]): TagSchema | undefined {
  for (let index = open.length - 1; index >= 0; index--) {
    const tag = tags.find(isCalled(open[index] ?? ''));
    if (tag?.kind === 'control') return tag;
  }
  return undefined;
}

/** A tag by its name, where it stands: what only the control round it knows comes first. */
export function tagNamed(schema: ConfigSchema, name: string, open: readonly string[] = []): TagSchema | undefined {
  return controlRound(schema, open)?.parts?.find(isCalled(name)) ?? schema.tags.find(isCalled(name));
}

/** An attribute of a tag, letter case ignored. */
export function attributeNamed(tag: TagSchema | undefined, name: string): AttributeSchema | undefined {
  const found = Object.entries(tag?.attributes ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1];
}

/** What can stand inside of the tags that are open; `fits` those that are at home there. */
export function tagsWithin(
  schema: ConfigSchema,
  open: readonly string[],
): readonly { readonly tag: TagSchema; readonly fits: boolean }[] {
  const own = controlRound(schema, open)?.parts ?? [];
  const holders = open.map((name) => schema.tags.find(isCalled(name))?.tag ?? name);
  const known = new Set(own.map(({ tag }) => tag.toLowerCase()));
  const others = schema.tags.filter(
    ({ tag, kind, within = [] }) =>
      !known.has(tag.toLowerCase()) && (kind !== 'part' || holders.some((holder) => standsIn(within, holder))),
  );
  return [...own, ...others].map((tag) => ({
    tag,
    fits: tag.kind === 'part' || (open.length === 0 && tag.tag === 'View'),
  }));
}

/** References to the data of a task, and what each stands for, in a word or two. */
export function dataReferences(data: unknown): readonly { readonly reference: string; readonly about: string }[] {
  const entries = (value: unknown, above: string, depth: number): { reference: string; about: string }[] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)) return [];
      const path = above ? `${above}.${key}` : key;
      return [{ reference: `$${path}`, about: inAWord(inner) }, ...(depth > 1 ? entries(inner, path, depth - 1) : [])];
    });
  };
  return entries(data, '', 2).slice(0, 200);
}

function inAWord(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'object') return value === null ? 'null' : 'object';
  const text = String(value);
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
