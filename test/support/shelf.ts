import type { DraftRecord } from '../../src/editor/saving/draft-record.js';
import type { DraftShelf } from '../../src/editor/saving/draft-shelf.js';

/** A shelf in memory, which can be looked into and made to fail. */
export interface MemoryShelf extends DraftShelf {
  readonly records: Map<string, unknown>;
  readonly puts: DraftRecord[];
  failure: unknown;
}

export function memoryShelf(): MemoryShelf {
  const records = new Map<string, unknown>();
  const puts: DraftRecord[] = [];
  const shelf: MemoryShelf = {
    records,
    puts,
    failure: undefined,
    async put(record, taken = []) {
      if (shelf.failure) throw shelf.failure;
      puts.push(record);
      records.set(record.id, record);
      for (const id of taken) if (id !== record.id) records.delete(id);
    },
    async take(ids) {
      for (const id of ids) records.delete(id);
    },
    async find(place) {
      if (shelf.failure) throw shelf.failure;
      return [...records.values()].filter((record) => (record as Partial<DraftRecord>)?.place === place);
    },
    async expire(before) {
      for (const [id, record] of records) if (((record as Partial<DraftRecord>).at ?? 0) <= before) records.delete(id);
    },
  };
  return shelf;
}
