import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TagModule } from '../../../src/contract/tag.js';
import { builtInTags } from '../../../src/tags/index.js';
import { onDemandTags } from '../../../src/tags/on-demand.js';

const namesOf = (tags: readonly TagModule[]) => tags.flatMap(({ tag, aliases = [] }) => [tag, ...aliases]).sort();
const basics = onDemandTags.tags ?? [];
const families = onDemandTags.later ?? [];

describe('onDemandTags', () => {
  it('are the built-in tags, each once', async () => {
    const named = [...namesOf(basics), ...families.flatMap(({ names }) => names)];
    assert.deepEqual(named.sort(), namesOf(builtInTags.tags ?? []));
  });

  for (const family of families) {
    it(`bring with ${family.names[0] ?? 'nothing'} all that they name, and what that offers`, async () => {
      const tags = await family.load();
      assert.deepEqual([...family.names].sort(), namesOf(tags));
      const there = new Set(namesOf([...basics, ...tags]));
      for (const tag of tags) {
        if (tag.kind === 'control' && tag.offers) assert.ok(there.has(tag.offers), tag.tag);
      }
    });
  }
});
