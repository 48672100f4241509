import { newId } from '../../base/ids.js';
import { type CompletionDoc, emptyDoc, type Region } from '../../model/document.js';
import { copyOf, type Dict, isDict, isList, type Json } from '../../model/json.js';
import { error, type Outcome, warning } from '../../model/problem.js';
import { action, computed, makeObservable, observableRef } from '../../reactive/index.js';
import { decodeResults } from '../../results/decode.js';
import { idOf } from '../../results/item.js';
import { objectTag } from '../../results/world.js';
import { DocumentStore } from '../../store/document-store.js';
import type { EditorState } from '../state.js';

/** What a model suggests, until it is accepted or rejected. It is no part of the completion. Observable. */
export class Suggestions {
  store = new DocumentStore();
  /** The one that was clicked. */
  picked: string | undefined = undefined;

  constructor() {
    makeObservable(this, {
      store: observableRef,
      picked: observableRef,
      regions: computed,
      show: action,
      pick: action,
    });
  }

  get regions(): readonly Region[] {
    const { regionIds, doc } = this.store;
    return regionIds.flatMap((id) => doc.regions.get(id) ?? []);
  }

  has(id: string): boolean {
    return this.store.doc.regions.has(id);
  }

  show(doc: CompletionDoc): void {
    this.picked = undefined;
    if (doc.regions.size > 0 || this.store.doc.regions.size > 0) this.store = new DocumentStore(doc);
  }

  pick(id: string | undefined): void {
    this.picked = id !== undefined && this.has(id) ? id : undefined;
  }

  /** Goes from one to the next. */
  pickNext(): void {
    const ids = this.store.regionIds;
    this.pick(ids[(ids.indexOf(this.picked ?? '') + 1) % ids.length]);
  }

  /** The records of some of them, and of what lies between them. */
  only(ids: ReadonlySet<string>): CompletionDoc {
    const { regions, values, relations } = this.store.doc;
    return {
      regions: new Map([...regions].filter(([id]) => ids.has(id))),
      values: new Map([...values].filter(([, { regionId }]) => ids.has(regionId ?? ''))),
      relations: new Map([...relations].filter(([, { fromId, toId }]) => ids.has(fromId) && ids.has(toId))),
    };
  }
}

/**
 * The regions in a model's answer, which may be anything. Those that cannot be shown on what is on show are left out.
 *
 * @param objectName the object tag that it must be about, if it is an answer to a prompt
 */
export function readSuggestions(answer: unknown, state: EditorState, objectName?: string): Outcome<CompletionDoc> {
  if (!isList(answer)) {
    return {
      problems: [error('result/malformed', "The model's answer is not a list of results. Nothing is shown of it.")],
    };
  }
  const { doc } = decodeResults(
    copyOf(answer).map((result) => (isDict(result) ? completed(result, state, objectName) : result)),
    state.world,
  );
  const regions = new Map([...doc.regions].filter(([, region]) => isOnShow(region, state, objectName)));
  const values = new Map([...doc.values].filter(([, { regionId }]) => regions.has(regionId ?? '')));
  const relations = new Map(
    [...doc.relations].filter(([, { fromId, toId }]) => regions.has(fromId) && regions.has(toId)),
  );
  const strays = [...doc.values.values()].filter(({ regionId }) => regionId === undefined).length;
  const lost = doc.regions.size - regions.size + strays;
  const value = { ...emptyDoc, regions, values, relations };
  if (lost === 0) return { value };
  const message = `The model's answer holds what cannot be shown (${lost}): its control is not in the config, it lies on another object or page, or its geometry cannot be read.`;
  return { value, problems: [warning('result/unreadable', message)] };
}

/** With what models tend to leave out; whatever a model says, it comes from a model. */
function completed(result: Dict, { world, facts }: EditorState, objectName: string | undefined): Dict {
  const speaker = typeof result.from_name === 'string' ? world.node(result.from_name) : undefined;
  const name = idOf(result.to_name) ?? objectName ?? speaker?.toNames[0] ?? '';
  const known = facts.of(name);
  const { score, ...rest } = result;
  return {
    ...objectTag(world.node(name))?.envelope?.(known),
    ...(known.items !== undefined && { item_index: facts.item(name) }),
    ...rest,
    id: rest.id ?? newId(),
    to_name: name,
    ...(Number.isFinite(score) && { score: score as Json }),
    ...(result.type !== 'relation' && { origin: 'prediction' }),
  };
}

function isOnShow({ shape, toName, itemIndex = 0 }: Region, { facts }: EditorState, objectName?: string): boolean {
  if (shape === 'opaque' || (objectName !== undefined && toName !== objectName)) return false;
  return facts.of(toName).items === undefined || itemIndex === facts.item(toName);
}
