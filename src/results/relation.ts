import type { Relation } from '../model/document.js';
import { type Dict, isDict, isList, jsonEqual } from '../model/json.js';
import { idOf } from './item.js';
import { withKey } from './patch.js';

/** What a relation says beside its ends. */
export function readLink({ direction, labels }: Dict): Pick<Relation, 'direction' | 'labels'> {
  return {
    direction: direction === 'left' || direction === 'bi' ? direction : 'right',
    ...(isList(labels) && { labels: labels.filter((label) => typeof label === 'string') }),
  };
}

/** A relation between two regions, by their ids on the wire. */
export function writeRelation(relation: Relation, from: string | number, to: string | number): Dict {
  const { direction, labels, wire } = relation;
  if (!isDict(wire)) {
    const item = { type: 'relation', from_id: from, to_id: to, direction };
    return labels?.length ? { ...item, labels } : item;
  }
  const before = readLink(wire);
  let item = wire;
  if (idOf(wire.from_id) !== String(from)) item = withKey(item, 'from_id', from);
  if (idOf(wire.to_id) !== String(to)) item = withKey(item, 'to_id', to);
  if (before.direction !== direction) item = withKey(item, 'direction', direction);
  if (!jsonEqual(before.labels, labels)) item = withKey(item, 'labels', labels);
  return item;
}
