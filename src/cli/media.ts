import { readFileSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { MediaSource } from '../formats/format.js';

/** Longer paths are nobody's. */
const DEEPEST = 40;

/** Finds what tasks refer to in a folder: by its path, or by the end of its address. Nothing is fetched. */
export function mediaFrom(folder: string): MediaSource {
  const root = resolve(folder);
  return async (url) => {
    if (/^data:/i.test(url)) return bytesIn(url);
    const parts = pathOf(url)
      .split(/[\\/]/)
      .filter((part) => part !== '' && part !== '.');
    if (parts.length > DEEPEST || parts.includes('..') || parts.some((part) => part.includes('\0'))) return undefined;
    for (let from = 0; from < parts.length; from++) {
      const where = resolve(root, ...parts.slice(from));
      if (!where.startsWith(root + sep)) continue;
      if (isFile(where)) return readFileSync(where);
    }
    return undefined;
  };
}

function isFile(where: string): boolean {
  try {
    return statSync(where, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    // A name that no file can have, or a folder that may not be looked into.
    return false;
  }
}

/** `?d=` is where Label Studio has the path of a local file. */
function pathOf(url: string): string {
  const [, local] = /[?&]d=([^&]+)/.exec(url) ?? [];
  const path = local ?? url.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Of a `data:` address. */
function bytesIn(url: string): Uint8Array | undefined {
  const comma = url.indexOf(',');
  if (comma === -1) return undefined;
  const body = url.slice(comma + 1);
  if (/;base64$/i.test(url.slice(0, comma))) return Buffer.from(body, 'base64');
  try {
    return new TextEncoder().encode(decodeURIComponent(body));
  } catch {
    return undefined;
  }
}
