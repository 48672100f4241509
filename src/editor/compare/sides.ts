import { copyOf, isList } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { decodeResults } from '../../results/decode.js';
import type { World } from '../../results/world.js';
import type { Completion } from '../../store/completion.js';
import { DocumentStore } from '../../store/document-store.js';
import type { Column } from './table.js';

/** A completion or prediction as it is compared: what it says, read with the present config. */
export interface Side extends Column {
  readonly completion: Completion;
  readonly store: DocumentStore;
  readonly problems: readonly Problem[];
  /** A CSS colour. */
  readonly colour: string;
}

interface Read {
  readonly world: World;
  readonly store: DocumentStore;
  readonly problems: readonly Problem[];
}

const known = new WeakMap<Completion, Read>();

/** Reads what was not on show yet, without opening it: that would begin work on it. */
export function sideOf(completion: Completion, world: World, colour: string): Side {
  const { store, problems } = completion.isOpen ? completion : read(completion, world);
  const { regions, values } = store.doc;
  return {
    completion,
    store,
    problems,
    colour,
    regions: store.regionIds.flatMap((id) => regions.get(id) ?? []),
    answers: [...values.values()].filter(({ regionId }) => regionId === undefined),
    valuesOf: (id) => store.valuesOf(id),
  };
}

function read(completion: Completion, world: World): Read {
  const before = known.get(completion);
  if (before?.world === world) return before;
  const { doc, problems } = decodeResults(resultsOf(completion), world);
  const made = { world, store: new DocumentStore(doc), problems };
  known.set(completion, made);
  return made;
}

/** A host's own objects may be anything, and may change. */
function resultsOf({ wire }: Completion) {
  try {
    return isList(wire.result) ? copyOf(wire.result) : [];
  } catch {
    return [];
  }
}
