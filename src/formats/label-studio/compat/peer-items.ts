import type { Dict } from '../../../model/json.js';
import type { ConfigFacts } from '../../config-facts.js';
import type { Compat } from '../../format.js';
import { isNumber } from '../../geometry/points.js';
import { annotatorOf, type Item, itemsOf } from '../../items.js';
import { baseOf, pathIn } from '../../pictures/file-names.js';
import { pictureObjects, urlsOf } from '../sources.js';

/*
 * What Label Studio's converter writes, its faults with it, for those whose scripts count on them. Facts only: see the
 * table of its faults in the docs for what is right.
 */

/** Which of the peer's converters. */
export type PeerVersion = Exclude<Compat['compat'], false>;

/** A result as the converter sees it. */
export interface PeerValue {
  readonly value: Dict;
  /** Of its control, as in the config. */
  readonly tag: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly id: string;
  readonly parentId: string | undefined;
}

export interface PeerItem {
  readonly item: Item;
  readonly url: string | undefined;
  /** Control by control, in the order in which the controls first answered. */
  readonly values: readonly PeerValue[];
  readonly byControl: ReadonlyMap<string, readonly PeerValue[]>;
}

export function peerItems(task: Dict, config: ConfigFacts, version: PeerVersion): readonly PeerItem[] {
  const items = itemsOf(task, config);
  return (version === '2021' ? items.slice(0, 1) : items).map((item) => {
    const byControl = new Map<string, PeerValue[]>();
    for (const { value, result, control } of item.results) {
      const { original_width: width, original_height: height, from_name, id, parentID } = result;
      const name = String(from_name);
      const values = byControl.get(name) ?? [];
      byControl.set(name, values);
      values.push({
        value,
        tag: control.tag,
        width: isNumber(width) && width ? width : undefined,
        height: isNumber(height) && height ? height : undefined,
        id: String(id),
        parentId: typeof parentID === 'string' ? parentID : undefined,
      });
    }
    const [url] = urlsOf(item.data, pictureObjects(config)[0]);
    return { item, url, values: [...byControl.values()].flat(), byControl };
  });
}

/** Labels under the first of the keys that has some. */
export function labelsUnder(value: Dict, keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const labels = value[key];
    if (Array.isArray(labels) && labels.length > 0) return labels.map(String);
  }
  return [];
}

/** Today's converter puts eight digits in front of names, which depend on the url. */
export function peerFileName(url: string, version: PeerVersion): string {
  const base = baseOf(url.includes('?d=') ? pathIn(url) : url.replace(/[?#].*$/s, ''));
  return version === 'new' ? `${digitsOf(url)}__${base}` : base;
}

/** FNV-1a; the peer takes the first digits of MD5, which nobody can count on. */
function digitsOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** E-mail or id as text; what is given where nobody is named. */
export function peerAnnotator(item: Item, none: string): string {
  const by = item.completion?.completed_by ?? {};
  const who = annotatorOf({ completed_by: by });
  return who === null ? none : String(who);
}

/** As Python rounds: halves to the even number. */
export function roundHalfEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}
