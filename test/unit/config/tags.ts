import type { TagLookup } from '../../../src/config/tree.js';
import type { TagModule } from '../../../src/contract/tag.js';
import { builtInTags } from '../../../src/tags/index.js';

/** A registry of the built-in tags, and of any others. */
export function lookup(...more: readonly TagModule[]): TagLookup {
  const tags = new Map<string, TagModule>();
  for (const tag of [...(builtInTags.tags ?? []), ...more]) {
    for (const name of [tag.tag, ...(tag.aliases ?? [])]) tags.set(name.toLowerCase(), tag);
  }
  return { tag: (name) => tags.get(name.toLowerCase()) };
}
