import type { MediaFacts } from '../contract/shape.js';
import type { CompletionDoc, ControlValue, Region } from '../model/document.js';
import { type Dict, isDict, type Json, jsonEqual } from '../model/json.js';
import { isAsRead } from './as-read.js';
import {
  answerKey,
  type Fields,
  idOf,
  labelKey,
  readAnswer,
  readFields,
  readGeometry,
  spelledKey,
  valueIn,
  without,
} from './item.js';
import { patchFields, patchGeometry, pick, withKey, writeFields } from './patch.js';
import { writeRelation } from './relation.js';
import { speakersOf } from './resolve.js';
import { asOfNow, controlTag, objectTag, type World } from './world.js';

/** An item on its way out. Items are sorted by `order`, then by `after`. */
interface Written {
  readonly order: number;
  readonly after: number;
  readonly json: Json;
}

/** A region's geometry as it is written. `moved`: it is not what was read. */
interface Place {
  readonly moved: boolean;
  readonly keys: readonly string[];
  /** Made only where it is written: most of it is where it was. */
  geometry(): Dict;
}

const regionFields = ['itemIndex', 'parentId', 'score', 'readonly', 'origin', 'meta'] as const;
const valueFields = ['itemIndex', 'readonly', 'origin', 'meta'] as const;
/** What all items of a region say alike. */
const sharedFields = ['itemIndex', 'parentId', 'meta'] as const;
const envelopeKeys = ['original_width', 'original_height', 'image_rotation', 'original_length'];

/**
 * Writes a completion's content as results: those that were read in their places, then new ones; new relations last.
 * What nobody edited is written as it came; an edit changes the items of what was edited and no other key of them.
 */
export function encodeResults(doc: CompletionDoc, world: World): Json[] {
  const encoder = new Encoder(doc, world);
  const written = encoder.items();
  written.sort((a, b) => a.order - b.order || a.after - b.after);
  return written.map(({ json }) => json);
}

/** Whether its items go out as they came: nobody has edited them, and what they refer to has the ids that it had. */
const isUntouched = (region: Region, values: readonly ControlValue[]): boolean =>
  isAsRead(region) &&
  region.parentId === undefined &&
  hasItsId(region) &&
  values.every((value) => value.wire !== undefined && isAsRead(value));

class Encoder {
  readonly #doc: CompletionDoc;
  readonly #world: World;
  readonly #values = new Map<string, ControlValue[]>();
  /** Regions that others refer to, so that their items must have an id. */
  readonly #referred = new Set<string>();
  readonly #controlOrder: ReadonlyMap<string, number>;

  constructor(doc: CompletionDoc, world: World) {
    this.#doc = doc;
    this.#world = asOfNow(world);
    this.#controlOrder = new Map(world.nodes.map(({ name }, index) => [name ?? '', index]));
    for (const value of [...doc.values.values()].sort((a, b) => a.order - b.order)) {
      if (value.regionId === undefined) continue;
      if (value.wire === undefined) this.#referred.add(value.regionId);
      const known = this.#values.get(value.regionId);
      if (known) known.push(value);
      else this.#values.set(value.regionId, [value]);
    }
    for (const { fromId, toId } of doc.relations.values()) this.#referred.add(fromId).add(toId);
    for (const { parentId } of doc.regions.values()) if (parentId !== undefined) this.#referred.add(parentId);
  }

  items(): Written[] {
    const written: Written[] = [];
    for (const region of this.#doc.regions.values()) written.push(...this.#region(region));
    for (const value of this.#doc.values.values()) {
      if (value.regionId === undefined) written.push({ order: value.order, after: 0, json: this.#answer(value) });
    }
    for (const relation of this.#doc.relations.values()) {
      const [from, to] = [this.#doc.regions.get(relation.fromId), this.#doc.regions.get(relation.toId)];
      if (!from || !to) continue;
      const json = writeRelation(relation, wireId(from), wireId(to));
      const isNew = relation.wire === undefined;
      written.push({
        order: isNew ? Number.POSITIVE_INFINITY : relation.order,
        after: isNew ? relation.order : 0,
        json,
      });
    }
    return written;
  }

  #region(region: Region): Written[] {
    const values = this.#values.get(region.id) ?? [];
    const own = values.find((value) => this.#ridesOn(value, region));
    if (own && isUntouched(region, values)) {
      return values.map(({ order, wire }) => ({ order, after: 0, json: wire as Json }));
    }
    const place = this.#place(region);
    const item = this.#regionItem(region, own, place);
    const others = values.filter((value) => value !== own);
    const written = others.map((value) => this.#valueItem(value, region, place));
    const edited =
      item !== region.wire ||
      others.some((value, i) => value.fromName === region.fromName && value.wire !== written[i]?.json);
    if (edited && isDict(region.wire) && this.#standsIn(region.wire, region.fromName)) {
      return this.#handedOver(region, values, place, item);
    }
    return [{ order: region.order, after: 0, json: item }, ...written];
  }

  /** The item with the geometry. `own`: what the same item says as well. */
  #regionItem(region: Region, own: ControlValue | undefined, place: Place): Dict {
    if (!isDict(region.wire)) {
      const fields = { ...region, ...(own && mergedMeta(region, own)) };
      return this.#fresh(region, region.fromName, fields, regionFields, own, place);
    }
    const { wire } = region;
    const before = readFields(wire);
    let item = patchFields(this.#withId(wire, region), before, this.#fieldsOf(region), regionFields);
    if (own?.wire !== undefined) item = patchFields(item, before, own, valueFields);
    const spelled = spelledKey(valueIn(wire), this.#keyOf(own?.fromName ?? region.fromName));
    let value = place.moved
      ? patchGeometry(
          valueIn(wire),
          place.geometry(),
          place.keys.filter((key) => key !== spelled),
        )
      : valueIn(wire);
    if (own) value = this.#answered(value, wire, own);
    else if (region.shape !== 'opaque') value = this.#unanswered(value, wire, region);
    return value === valueIn(wire) ? item : withKey(item, 'value', value);
  }

  /** What one more control says of a region; the item repeats the geometry. */
  #valueItem(value: ControlValue, region: Region, place: Place): Written {
    const { wire } = value;
    if (wire === undefined) {
      const fields = { ...value, ...pickShared(this.#fieldsOf(region)), ...mergedMeta(region, value) };
      const names = ['itemIndex', 'parentId', 'readonly', 'origin', 'meta'] as const;
      const json = this.#fresh(region, value.fromName, fields, names, value, place);
      return { order: region.order, after: 1 + (this.#controlOrder.get(value.fromName) ?? 0), json };
    }
    if (!isDict(wire)) return { order: value.order, after: 0, json: wire };
    let item = this.#withId(wire, region);
    if (isDict(region.wire)) item = patchFields(item, readFields(region.wire), this.#fieldsOf(region), sharedFields);
    item = patchFields(item, readFields(wire), value, valueFields);
    let said = valueIn(wire);
    if (place.moved) said = patchGeometry(said, place.geometry(), this.#repeatedKeys(value, wire, region, place));
    said = this.#answered(said, wire, value);
    if (said !== valueIn(wire)) item = withKey(item, 'value', said);
    if (item !== wire && this.#standsIn(wire, value.fromName)) item = this.#signed(item, value.fromName, value);
    return { order: value.order, after: 0, json: item };
  }

  /** What a control says of the task or of one item (page). */
  #answer(value: ControlValue): Json {
    const { wire } = value;
    if (wire === undefined) {
      const tag = controlTag(this.#world.node(value.fromName));
      return {
        id: value.id,
        from_name: value.fromName,
        to_name: value.toName,
        type: tag?.result.type ?? '',
        origin: 'manual',
        ...writeFields(value, valueFields),
        value: { [tag?.result.key ?? 'value']: value.value },
      };
    }
    if (!isDict(wire)) return wire;
    const item = patchFields(wire, readFields(wire), value, valueFields);
    const said = this.#answered(valueIn(wire), wire, value);
    return said === valueIn(wire) ? item : withKey(item, 'value', said);
  }

  /**
   * Once a region is edited whose control the config does not have, its items become those of the control that stands in:
   * one item where that control says the labels too, another for the labels where it only draws.
   */
  #handedOver(region: Region, values: readonly ControlValue[], place: Place, item: Dict): Written[] {
    const own = values.find((value) => value.fromName === region.fromName);
    const json = this.#signed(item, region.fromName, own);
    const others = values.filter((value) => value !== own);
    return [
      { order: region.order, after: 0, json },
      ...others.map((value) => {
        if (!this.#ridesOn(value, region)) return this.#valueItem(value, region, place);
        const { wire: _wire, ...bare } = value;
        return this.#valueItem(bare, region, place);
      }),
    ];
  }

  /** An item in the name of another control, what it says under that control's key. */
  #signed(item: Dict, fromName: string, said: ControlValue | undefined): Dict {
    const result = controlTag(this.#world.node(fromName))?.result;
    if (!result) return item;
    const value = valueIn(item);
    const old = spelledKey(value, result.key ?? 'labels');
    const rest = old === undefined ? value : without(value, [old]);
    const answer = result.key !== undefined && said ? { [result.key]: said.value } : {};
    return { ...item, from_name: fromName, type: result.type, value: { ...rest, ...answer } };
  }

  #fresh(
    region: Region,
    fromName: string,
    fields: Fields,
    names: readonly (keyof Fields)[],
    said: ControlValue | undefined,
    { geometry }: Place,
  ): Dict {
    const result = controlTag(this.#world.node(fromName))?.result;
    return {
      id: wireId(region),
      from_name: fromName,
      to_name: region.toName,
      type: result?.type ?? region.shape,
      origin: 'manual',
      ...this.#envelope(region),
      ...writeFields(fields, names),
      value: { ...geometry(), ...(said && { [result?.key ?? 'labels']: said.value }) },
    };
  }

  #place(region: Region): Place {
    const facts = this.#facts(region);
    const codec = this.#world.shape(region.shape)?.codec;
    const wire = isDict(region.wire) ? region.wire : undefined;
    const keys = codec?.keys ?? [];
    const read = wire && codec && readGeometry(this.#world, region.shape, wire, facts);
    if (codec && !(read && 'value' in read && jsonEqual(read.value, region.geometry))) {
      return { moved: true, keys, geometry: () => codec.encode(region.geometry, facts) };
    }
    const geometry = () => {
      const value = wire ? valueIn(wire) : {};
      const own = wire && (spelledKey(value, answerKey(this.#world, wire)) ?? labelKey(value));
      return without(codec ? pick(value, keys) : value, own === undefined ? [] : [own]);
    };
    return { moved: false, keys, geometry };
  }

  /** The keys of an item that repeat its region's geometry. Of an item that nobody can read, those that do so literally. */
  #repeatedKeys(value: ControlValue, wire: Dict, region: Region, { keys }: Place): readonly string[] {
    const said = valueIn(wire);
    const spelled = spelledKey(said, this.#keyOf(value.fromName));
    const original = isDict(region.wire) ? valueIn(region.wire) : {};
    const repeated = keys.filter((key) =>
      isUnread(value, wire) ? key in said && jsonEqual(said[key], original[key]) : key !== spelled,
    );
    return repeated.some((key) => key in said) ? repeated : [];
  }

  #answered(value: Dict, wire: Dict, record: ControlValue): Dict {
    const key = this.#keyOf(record.fromName);
    if (key === undefined || isUnread(record, wire) || jsonEqual(readAnswer(wire, key), record.value)) return value;
    return withKey(value, spelledKey(valueIn(wire), key) ?? key, record.value);
  }

  /** Takes away what the region's own item said, as there is no record of it any more. */
  #unanswered(value: Dict, wire: Dict, region: Region): Dict {
    const answer = controlTag(speakersOf(this.#world, wire, region.toName)?.answer);
    const spelled = answer && spelledKey(valueIn(wire), answer.result.key);
    return spelled === undefined ? value : withKey(value, spelled, undefined);
  }

  #envelope(region: Region): Dict {
    const said = objectTag(this.#world.node(region.toName))?.envelope?.(this.#facts(region)) ?? {};
    const wire = isDict(region.wire) ? region.wire : {};
    return { ...said, ...pick(wire, [...Object.keys(said), ...envelopeKeys]) };
  }

  #facts({ toName, itemIndex }: Region): MediaFacts {
    return this.#world.facts(toName, itemIndex);
  }

  #keyOf(fromName: string): string | undefined {
    return controlTag(this.#world.node(fromName))?.result.key;
  }

  /** Whether a value is written in the region's own item: it was read from there, or its control drew the region. */
  #ridesOn(value: ControlValue, region: Region): boolean {
    if (value.wire !== undefined) return region.wire !== undefined && value.order === region.order;
    if (value.fromName === region.fromName) return true;
    const merges = controlTag(this.#world.node(region.fromName))?.result.mergesLabels;
    return merges === true && this.#keyOf(value.fromName) === 'labels';
  }

  /** Whether an item was read as another control's than the one it names. */
  #standsIn(wire: Dict, fromName: string): boolean {
    return idOf(wire.from_name) !== fromName && controlTag(this.#world.node(fromName)) !== undefined;
  }

  #withId(item: Dict, region: Region): Dict {
    return this.#referred.has(region.id) && !hasItsId(region) ? withKey(item, 'id', region.id) : item;
  }

  /** A region's fields with the parent's id as it is on the wire. */
  #fieldsOf(region: Region): Fields {
    const parent = region.parentId === undefined ? undefined : this.#doc.regions.get(region.parentId);
    return parent ? { ...region, parentId: String(wireId(parent)) } : region;
  }
}

/** Whether no control could read what an item says. */
const isUnread = (value: ControlValue, wire: Dict): boolean => jsonEqual(value.value, wire.value);

/** Whether results name it as we do: not where they gave no id, or one that another region has. */
const hasItsId = ({ id, wire }: Region): boolean => isDict(wire) && idOf(wire.id) === id;

/** Its id for what refers to it. */
const wireId = (region: Region): string | number =>
  hasItsId(region) ? ((region.wire as Dict).id as string | number) : region.id;

const pickShared = ({ itemIndex, parentId }: Fields): Fields => ({
  ...(itemIndex !== undefined && { itemIndex }),
  ...(parentId !== undefined && { parentId }),
});

function mergedMeta(region: Region, value: ControlValue): Pick<Fields, 'meta'> {
  return region.meta || value.meta ? { meta: { ...region.meta, ...value.meta } } : {};
}
