import { type Dict, isDict, isList, type Json } from '../../model/json.js';

/** Results are many, and are asked for again. */
const known = new WeakMap<readonly Json[], string>();

/** A short text that is the same for the same JSON, in whichever order its keys stand, and hardly ever for other. */
export function fingerprint(json: Json): string {
  if (!isList(json)) return hash(json);
  const print = known.get(json) ?? hash(json);
  known.set(json, print);
  return print;
}

/** Two hashes of 32 bits, as one is too few. */
const hash = (json: Json): string =>
  [0x1b873593, 0x2f0b4e93].map((seed) => new Hash(seed).of(json).toString(36)).join('-');

/** It goes through the values themselves: to write them as a text first takes ten times as long. */
class Hash {
  readonly #seed: number;
  /** The same few words stand in all results. */
  readonly #words = new Map<string, number>();
  readonly #float = new Float64Array(1);
  readonly #bits = new Uint32Array(this.#float.buffer);

  constructor(seed: number) {
    this.#seed = seed;
  }

  of(json: Json | undefined): number {
    switch (typeof json) {
      case 'string':
        return this.#text(json);
      case 'number':
        return this.#number(json);
      case 'boolean':
        return mix(this.#seed, json ? 2 : 3);
      case 'object':
        return isList(json) ? this.#list(json) : json === null ? mix(this.#seed, 1) : this.#dict(json);
      default:
        return 0;
    }
  }

  #list(list: readonly Json[]): number {
    let hash = mix(this.#seed, list.length + 7);
    for (const item of list) hash = mix(hash, this.of(item));
    return hash;
  }

  /** A sum, which is the same in every order. */
  #dict(dict: Dict): number {
    let sum = 0;
    for (const key in dict) {
      const value = dict[key];
      if (value !== undefined && Object.hasOwn(dict, key)) sum = (sum + mix(this.#text(key), this.of(value))) | 0;
    }
    return mix(this.#seed ^ 5, sum);
  }

  /** What JSON cannot say is nothing in it, and zero has no sign. */
  #number(number: number): number {
    if (!Number.isFinite(number)) return mix(this.#seed, 1);
    this.#float[0] = number + 0;
    return mix(mix(this.#seed ^ 11, this.#bits[0] ?? 0), this.#bits[1] ?? 0);
  }

  #text(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    let hash = this.#seed ^ text.length;
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash = mix(hash, 13);
    if (text.length < 40) this.#words.set(text, hash);
    return hash;
  }
}

/** Every bit of both counts in every bit of the outcome. */
function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ Math.imul(value, 0xcc9e2d51), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The data of a task without what changes each time it is given: signatures in addresses, addresses that the page made up. */
export function withoutSignatures(json: Json): Json {
  if (typeof json === 'string') {
    if (json.startsWith('blob:')) return 'blob:';
    return json.replace(/^((?:[a-z][\w+.-]*:\/)?\/[^?#\s]*)[?#]\S*$/i, '$1');
  }
  if (isList(json)) return json.map(withoutSignatures);
  if (!isDict(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withoutSignatures(value)]));
}
