import { newId } from '../base/ids.js';
import type { CompletionDoc, ControlValue, Region, Relation } from '../model/document.js';
import { type Dict, isDict, type Json } from '../model/json.js';
import { error, type Problem, warning } from '../model/problem.js';
import { asRead } from './as-read.js';
import {
  idOf,
  looksLikeGeometry,
  readAnswer,
  readFields,
  readGeometry,
  readValueFields,
  valueIn,
  without,
} from './item.js';
import { isSamePlace, partByMark } from './marks.js';
import { faultyParents } from './parents.js';
import { readLink } from './relation.js';
import { Cast, type Speakers } from './resolve.js';
import { asOfNow, controlTag, objectTag, type World } from './world.js';

export interface Decoded {
  readonly doc: CompletionDoc;
  readonly problems: readonly Problem[];
}

/** An item on its way in. */
interface Item {
  readonly order: number;
  readonly wire: Dict;
  readonly toName: string;
  readonly speakers: Speakers | undefined;
}

/** Geometry that was read; `rank` tells whose is taken when the items of one region each have it. */
interface Found {
  readonly item: Item;
  readonly shape: string;
  readonly geometry: unknown;
  readonly rank: number;
}

/**
 * Reads the results of a completion. Items that share an id and an object are one region. What cannot be read is kept in
 * records that are written back as they came, and reported.
 */
export function decodeResults(results: readonly Json[], world: World): Decoded {
  return new Decoder(world).decode(results);
}

class Decoder {
  readonly #world: World;
  readonly #cast: Cast;
  readonly #regions = new Map<string, Region>();
  readonly #values = new Map<string, ControlValue>();
  readonly #relations = new Map<string, Relation>();
  readonly #problems: Problem[] = [];
  /** Said once for each name, not once for each result. */
  readonly #reported = new Set<string>();

  constructor(world: World) {
    this.#world = asOfNow(world);
    this.#cast = new Cast(this.#world);
  }

  decode(results: readonly Json[]): Decoded {
    const groups: Item[][] = [];
    const byObject = new Map<string, Map<string, Item[]>>();
    const relations: { order: number; wire: Dict }[] = [];
    results.forEach((wire, order) => {
      if (!isDict(wire)) {
        this.#problems.push(error('result/malformed', `Result ${order + 1} is not an object; it is kept as it is.`));
        this.#keep(order, wire);
      } else if (wire.type === 'relation') {
        relations.push({ order, wire });
      } else if (!isDict(wire.value)) {
        const message = 'The result has no value. It is kept as it is.';
        this.#problems.push(error('result/malformed', message, placeOf(wire)));
        this.#keep(order, wire);
      } else {
        const { toName, speakers } = this.#cast.of(wire);
        const item = { order, wire, toName, speakers };
        const id = idOf(wire.id);
        const byId = byObject.get(toName) ?? new Map<string, Item[]>();
        byObject.set(toName, byId);
        const group = id === undefined ? undefined : byId.get(id);
        if (group) {
          group.push(item);
        } else {
          const alone = [item];
          groups.push(alone);
          if (id !== undefined) byId.set(id, alone);
        }
      }
    });
    for (const group of groups) this.#readGroup(group);
    for (const { order, wire } of relations) this.#readRelation(order, wire);
    this.#problems.push(...faultyParents(this.#regions));
    return {
      doc: { regions: this.#regions, values: this.#values, relations: this.#relations },
      problems: this.#problems,
    };
  }

  #readGroup(group: readonly Item[]): void {
    for (const item of group) this.#reportUnknown(item);
    const found = group.map((item) => this.#geometry(item));
    if (group.length === 1) return this.#readMark(group, found);
    const parts = partByMark(
      found,
      ({ rank }) => rank < 2,
      (mark, one) => this.#isOneMark(mark, one),
    );
    for (const part of parts) {
      const items = part.flatMap((index) => group[index] ?? []);
      this.#readMark(
        items,
        part.map((index) => found[index]),
      );
    }
    const [{ wire } = {}] = group;
    if (parts.length === 1 || !wire) return;
    const message = `${parts.length} regions have the id "${wire.id}". All of them are kept; give each an id of its own.`;
    this.#problems.push(warning('result/duplicate-id', message, placeOf(wire)));
  }

  #isOneMark(mark: Found, one: Found): boolean {
    if (mark.shape === one.shape) return isSamePlace(mark.geometry, one.geometry);
    if (mark.rank === 0 && one.rank === 0) return false;
    // Labels of no shape in particular were taken for the first shape that they can be of.
    const [drawn, said] = one.rank === 0 ? [one, mark] : [mark, one];
    const again = readGeometry(this.#world, drawn.shape, said.item.wire, this.#world.facts(said.item.toName));
    return 'value' in again && isSamePlace(drawn.geometry, again.value);
  }

  /** Items of one region. */
  #readMark(group: readonly Item[], found: readonly (Found | undefined)[]): void {
    let first = found[0];
    for (const one of found) if (one && !(first && first.rank <= one.rank)) first = one;
    const region = first ? this.#putRegion(first) : this.#opaque(group);
    for (const item of group)
      if (item.speakers?.answer || item.order !== region?.order) this.#putValue(item, region?.id);
  }

  #geometry(item: Item): Found | undefined {
    const { wire, speakers, toName } = item;
    if (!speakers || !objectTag(this.#world.node(toName))) return undefined;
    const facts = this.#world.facts(toName, readValueFields(wire).itemIndex);
    const draws = controlTag(speakers.control)?.draws !== undefined;
    for (const shape of speakers.shapes) {
      const geometry = readGeometry(this.#world, shape, wire, facts);
      if ('value' in geometry)
        return { item, shape, geometry: geometry.value, rank: draws ? 0 : speakers.marks ? 1 : 2 };
    }
    return undefined;
  }

  #putRegion({ item, shape, geometry }: Found): Region {
    const id = unique(this.#regions, idOf(item.wire.id));
    const region: Region = {
      id,
      order: item.order,
      toName: item.toName,
      fromName: item.speakers?.control.name ?? idOf(item.wire.from_name) ?? '',
      shape,
      geometry,
      ...readFields(item.wire),
      wire: item.wire,
    };
    this.#regions.set(id, asRead(region));
    return region;
  }

  /** A region that cannot be drawn, where an item marks a place that nobody can read. */
  #opaque(group: readonly Item[]): Region | undefined {
    const marks = group.filter(({ wire, speakers, toName }) => {
      const key = controlTag(speakers?.answer)?.result.key;
      return speakers?.marks && this.#world.node(toName)
        ? true
        : looksLikeGeometry(without(valueIn(wire), key ? [key] : []));
    });
    const item = marks.find(({ speakers }) => speakers?.marks) ?? marks[0];
    if (!item) return undefined;
    if (controlTag(item.speakers?.control)?.result.asRegions) {
      return this.#putRegion({ item, shape: 'answer', geometry: null, rank: 0 });
    }
    if (item.speakers) this.#reportUnreadable(item);
    return this.#putRegion({ item, shape: 'opaque', geometry: item.wire.value, rank: 0 });
  }

  #putValue({ order, wire, toName, speakers }: Item, regionId: string | undefined): void {
    const fromName = (speakers?.answer ?? speakers?.control)?.name ?? idOf(wire.from_name) ?? '';
    const id = unique(this.#values, regionId === undefined ? idOf(wire.id) : `${regionId}/${fromName}`);
    this.#values.set(
      id,
      asRead<ControlValue>({
        id,
        order,
        fromName,
        toName,
        ...(regionId !== undefined && { regionId }),
        value: speakers ? readAnswer(wire, controlTag(speakers.answer)?.result.key) : (wire.value ?? null),
        ...readValueFields(wire),
        wire,
      }),
    );
  }

  /** Something that we do not understand, written back in its place. */
  #keep(order: number, given: Json | undefined): void {
    const id = newId();
    // As JSON has it.
    const wire = given ?? null;
    const value = isDict(wire) ? (wire.value ?? null) : wire;
    const fields = isDict(wire) ? readValueFields(wire) : {};
    this.#values.set(id, Object.freeze({ id, order, fromName: '', toName: '', value, ...fields, wire }));
  }

  #readRelation(order: number, wire: Dict): void {
    const [fromId, toId] = [idOf(wire.from_id), idOf(wire.to_id)];
    if (fromId === undefined || toId === undefined || !this.#regions.has(fromId) || !this.#regions.has(toId)) {
      const lost = fromId !== undefined && this.#regions.has(fromId) ? toId : fromId;
      const message = `A relation refers to a region that is not there (${lost ?? 'no id'}). It is kept as it is.`;
      this.#problems.push(
        warning('result/unknown-region', message, lost === undefined ? undefined : { resultId: lost }),
      );
      this.#keep(order, wire);
      return;
    }
    const id = unique(this.#relations, `${fromId}/${toId}`);
    this.#relations.set(id, Object.freeze({ id, order, fromId, toId, ...readLink(wire), wire }));
  }

  #reportUnknown({ wire, toName, speakers }: Item): void {
    const object = this.#world.node(toName);
    if (object && speakers) return;
    const control = idOf(wire.from_name) ?? '';
    const tell = (code: 'result/unknown-object' | 'result/unknown-control', key: string, message: string) => {
      if (this.#reported.has(key)) return;
      this.#reported.add(key);
      this.#problems.push(warning(code, message, { ...placeOf(wire), name: key }));
    };
    if (!object && wire.from_name !== wire.to_name) {
      tell(
        'result/unknown-object',
        toName,
        `Results lie on "${toName}", which the config does not have. They are kept as they are.`,
      );
    } else if (!speakers && !(this.#world.node(control) && !this.#world.node(control)?.module)) {
      const message = `Results are of "${control}" (${String(wire.type)}), which the config does not have on "${toName}". They are kept as they are.`;
      tell('result/unknown-control', control, message);
    }
  }

  #reportUnreadable({ wire, speakers, toName }: Item): void {
    if (!objectTag(this.#world.node(toName))) return;
    const [shape, ...others] = speakers?.shapes ?? [];
    if (shape === undefined) return;
    const { problems } = readGeometry(this.#world, shape, wire, this.#world.facts(toName));
    const general = error(
      'result/unreadable',
      'Nothing that the config draws has a geometry like this. It is kept as it is.',
    );
    const reasons = others.length === 0 && problems?.length ? problems : [general];
    for (const problem of reasons) this.#problems.push({ ...problem, at: placeOf(wire) });
  }
}

const placeOf = (wire: Dict) => {
  const resultId = idOf(wire.id);
  return resultId === undefined ? {} : { resultId };
};

function unique(taken: ReadonlyMap<string, unknown>, wanted: string | undefined): string {
  return wanted === undefined || wanted === '' || taken.has(wanted) ? newId() : wanted;
}
