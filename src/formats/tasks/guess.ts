import type { InFile } from '../files.js';
import type { Report } from './fault.js';
import { tagFor } from './kinds.js';

/** The key and the config for files, where the config shows nothing yet: the tag is told by their extensions. */
export class ConfigGuess {
  #tag: string | undefined;

  /** The tag's name in small letters; undefined, with a report, where nothing tells it, or not the same for all files. */
  keyFor(file: InFile, report: Report): string | undefined {
    const tag = tagFor(file.path);
    if (!tag) {
      report({ message: 'Nothing tells what shows this file; give a config with one tag that does.' });
      return undefined;
    }
    if (this.#tag !== undefined && this.#tag !== tag) {
      const message = `${tag} shows this file, and ${this.#tag} the files before it. Import one kind of files at a time, or give a config.`;
      report({ message });
      return undefined;
    }
    this.#tag = tag;
    return tag.toLowerCase();
  }

  /** Undefined where it was not asked. */
  get config(): string | undefined {
    if (this.#tag === undefined) return undefined;
    const key = this.#tag.toLowerCase();
    return `<View><${this.#tag} name="${key}" value="$${key}"/></View>`;
  }
}
