import type { TagModule } from '../contract/tag.js';
import type { TagLookup } from './tree.js';

/** Looks tags up by name or alias, letter case ignored. Of two with the same name the later one counts. */
export function tagLookup(tags: readonly TagModule[]): TagLookup {
  const byName = new Map<string, TagModule>();
  for (const tag of tags) {
    for (const name of [tag.tag, ...(tag.aliases ?? [])]) byName.set(name.toLowerCase(), tag);
  }
  return { tag: (name) => byName.get(name.toLowerCase()) };
}
