import type { Loss } from '../losses.js';
import type { Picture } from '../pictures.js';
import { placeOf } from './writer.js';

/** The path of a url or path without what is before and behind it, decoded where it can be. */
export function pathIn(url: string): string {
  const bare = url.startsWith('data:') ? 'picture' : url;
  // Label Studio serves local files by a path in the query.
  const local = /[?&]d=([^&#]*)/.exec(bare)?.[1];
  const path = (local ?? bare.replace(/[?#].*$/s, '').replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '')).replaceAll('\\', '/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The last part of a path. */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Without its extension; a dot in front of all is none. */
export function stemOf(path: string): string {
  const base = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  return dot > base ? path.slice(0, dot) : path;
}

export const extensionOf = (path: string): string => path.slice(stemOf(path).length);

/** Most file systems allow 255 bytes for a name, which is as few as 85 characters. */
const LONGEST = { ascii: 200, other: 70 };

/** Names for the files of pictures, no two the same: without folders, as all of them go into one. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** With extension. A name that another picture has already gets the task's id, or a number. */
  of(picture: Picture): { readonly name: string; readonly renamed: boolean } {
    // A name must not lead out of its folder, nor be one that file systems reserve.
    const base = baseOf(pathIn(picture.url))
      .replace(/[\p{Cc}<>:"|?*]/gu, '_')
      .replace(/^\.+$/, '');
    const extension = extensionOf(base).slice(0, 12);
    const whole = stemOf(base) || 'picture';
    const stem = whole.slice(0, /^\p{ASCII}*$/u.test(whole) ? LONGEST.ascii : LONGEST.other);
    const page = picture.itemIndex ? `-${picture.itemIndex}` : '';
    for (let count = 0; ; count++) {
      const apart = count === 0 ? '' : `-${picture.taskId ?? ''}${page}${count > 1 ? `-${count}` : ''}`;
      const name = `${stem}${apart}${extension}`;
      // File systems may not tell small letters from capitals.
      const key = `${stem}${apart}`.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return { name, renamed: count > 0 };
    }
  }
}

/** Names for the files of pictures; tells of those that are called otherwise than their picture. */
export function fileNames(lose: (loss: Loss) => void): (picture: Picture) => string {
  const names = new FileNames();
  return (picture) => {
    const { name, renamed } = names.of(picture);
    if (renamed) {
      const message =
        'Pictures have the same name; the files of all but the first have the id of their task in theirs.';
      lose({ code: 'changed', message, ...placeOf(picture) });
    }
    return name;
  };
}
