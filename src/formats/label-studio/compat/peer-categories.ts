import type { Dict } from '../../../model/json.js';
import type { ConfigFacts } from '../../config-facts.js';
import { byCodePoint } from '../classes.js';
import type { PeerVersion } from './peer-items.js';

/** The labels of all controls, Choices too; their numbers may be any text, and may come twice. */
export class PeerCategories {
  readonly list: Dict[] = [];
  readonly #ids = new Map<string, number | string>();

  constructor(config: ConfigFacts, version: PeerVersion) {
    if (version === '2021') return;
    const labels = new Set<string>();
    for (const control of config.controls) {
      for (const { name, attributes } of control.labels) {
        labels.add(name);
        const id = version === 'old' ? attributes.category || undefined : wholeIn(attributes.category);
        if (id !== undefined) this.#put(name, id);
      }
    }
    const taken = new Set(this.#ids.values());
    let next = 0;
    for (const name of [...labels].filter((label) => !this.#ids.has(label)).sort(byCodePoint)) {
      while (taken.has(next)) next++;
      this.#put(name, next++);
    }
  }

  /** A label that the config does not know gets the number of categories, which may be another's. */
  idOf(name: string): number | string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.list.length;
    this.#put(name, id);
    return id;
  }

  /** Those of keypoints become one. */
  merge(points: readonly string[]): void {
    if (points.length === 0) return;
    const rest = this.list.filter(({ name }) => !points.includes(String(name)));
    const id = Math.max(-1, ...rest.map((category) => Number(category.id))) + 1;
    this.list.length = 0;
    this.list.push(...rest, { id, name: 'default', supercategory: 'default', keypoints: points, skeleton: [] });
    for (const name of points) this.#ids.set(name, id);
  }

  #put(name: string, id: number | string): void {
    this.list.push({ id, name });
    this.#ids.set(name, id);
  }
}

const wholeIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;

/** The labels of keypoints as the config has them, and those with `model_index` in its order. */
export function peerKeypoints(config: ConfigFacts): {
  readonly inConfig: readonly string[];
  readonly ordered: readonly string[];
} {
  const labels = config.controls.filter(({ tag }) => tag === 'KeyPointLabels').flatMap((control) => control.labels);
  const byIndex = new Map<number, string>();
  for (const { name, attributes } of labels) {
    const index = wholeIn(attributes.model_index);
    if (index !== undefined && !byIndex.has(index)) byIndex.set(index, name);
  }
  const ordered = [...byIndex].sort(([a], [b]) => a - b).map(([, name]) => name);
  return { inConfig: [...new Set(labels.map(({ name }) => name))], ordered };
}
