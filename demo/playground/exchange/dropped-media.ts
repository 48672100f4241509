import type { Dict, Json } from '../../../src/model/json.js';
import { isDict, isList } from '../../../src/model/json.js';
import type { DroppedFile } from './dropped-files.js';

/** Pictures, sounds and films that were dropped along with tasks: found by their path, or by the end of an address. */
export class DroppedMedia {
  readonly #byPath = new Map<string, File>();
  readonly #urls = new Map<File, string>();

  constructor(files: readonly DroppedFile[]) {
    for (const { path, file } of files) this.#byPath.set(path, file);
  }

  async bytes(url: string): Promise<Uint8Array | undefined> {
    const file = this.#find(url);
    return file && new Uint8Array(await file.arrayBuffer());
  }

  /** The task with addresses that the page can load. */
  shown(task: Dict): Dict {
    return this.#byPath.size > 0 && isDict(task.data) ? { ...task, data: this.#within(task.data) } : task;
  }

  #within(value: Json): Json {
    if (typeof value === 'string') return this.#urlOf(value);
    if (isList(value)) return value.map((each) => this.#within(each));
    if (!isDict(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#within(each)]));
  }

  #urlOf(text: string): string {
    const file = text.length < 2000 ? this.#find(text) : undefined;
    if (!file) return text;
    const known = this.#urls.get(file);
    if (known !== undefined) return known;
    const url = URL.createObjectURL(file);
    this.#urls.set(file, url);
    return url;
  }

  #find(url: string): File | undefined {
    const [, local] = /[?&]d=([^&]+)/.exec(url) ?? [];
    let path = local ?? url.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
    try {
      path = decodeURIComponent(path);
    } catch {
      // As it is.
    }
    const parts = path.split('/').filter(Boolean);
    for (let from = 0; from < parts.length; from++) {
      const end = parts.slice(from).join('/');
      const file = this.#byPath.get(end) ?? this.#byPath.get(`images/${end}`);
      if (file) return file;
    }
    return undefined;
  }
}
