import type { InFile } from '../files.js';
import type { Loss } from '../losses.js';
import type { Budget } from './budget.js';
import { type FileKind, kindOf } from './kinds.js';
import { rarEntries, type UnrarWasm } from './rar.js';
import { zipEntries } from './zip.js';

/** A file that tasks are in, or that is one: as it was given, or out of an archive. */
export interface Leaf {
  /** What lies in an archive can be read once, before the next leaf is asked for. */
  readonly file: InFile;
  readonly kind: FileKind;
  readonly isPacked: boolean;
}

export interface LeafOptions {
  /** Told of each file; archives are opened only where it says so. */
  readonly kindOf: (path: string) => FileKind;
  readonly packed: Budget;
  readonly maxEntries: number;
  readonly unrarWasm?: UnrarWasm | undefined;
  report(error: Omit<Loss, 'code'>): void;
  lose(loss: Loss): void;
}

/** All files in their order, archives opened where they stand; what systems leave in folders is passed over. */
export async function* leavesOf(files: readonly InFile[], options: LeafOptions): AsyncGenerator<Leaf> {
  for (const file of files) {
    if (isLeftover(file.path)) {
      options.lose({ code: 'not-carried', message: leftover, file: file.path });
      continue;
    }
    const kind = options.kindOf(file.path);
    if (kind === 'zip' || kind === 'rar') yield* packedLeaves(file, kind, options);
    else yield { file, kind, isPacked: false };
  }
}

const leftover =
  'Hidden files, and what systems put beside files (__MACOSX, .DS_Store), are no tasks; they are left out.';

async function* packedLeaves(archive: InFile, format: 'zip' | 'rar', options: LeafOptions): AsyncGenerator<Leaf> {
  const { packed, maxEntries, unrarWasm } = options;
  const report = (message: string, path = archive.path) => options.report({ message, file: path });
  let count = 0;
  const isWanted = (path: string): boolean => {
    if (path.endsWith('/')) return false;
    if (++count > maxEntries) {
      if (count === maxEntries + 1) report(`The archive has more than ${maxEntries} files.`);
      return false;
    }
    if (leadsOut(path)) {
      report('This name leads out of the archive; it must be a path inside of it.', `${archive.path}/${path}`);
      return false;
    }
    if (!isLeftover(path)) return true;
    options.lose({ code: 'not-carried', message: leftover, file: `${archive.path}/${path}` });
    return false;
  };
  const bytes = packed.meter(archive.bytes());
  const tell = ({ message }: { readonly message: string }) => {
    if (!packed.isOver) report(message);
  };
  const entries =
    format === 'zip'
      ? zipEntries(bytes, isWanted, tell)
      : // A RAR archive is asked for its list, and then for its files: each name is wanted twice.
        rarEntries(bytes, remembered(isWanted), packed.max, tell, unrarWasm);
  for await (const entry of entries) {
    const path = `${archive.path}/${entry.path}`;
    const kind = kindOf(path);
    if (kind === 'zip' || kind === 'rar') {
      report('This archive lies in an archive and is not opened. Unpack it, and give it by itself.', path);
    } else {
      yield { file: { path, bytes: entry.bytes }, kind: options.kindOf(path), isPacked: true };
    }
  }
}

function remembered(isWanted: (path: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const answer = known.get(path) ?? isWanted(path);
    known.set(path, answer);
    return answer;
  };
}

/** `/a`, `C:/a`, `a/../../b`. */
const leadsOut = (path: string): boolean =>
  path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0') || path.split('/').includes('..');

const isLeftover = (path: string): boolean =>
  path.split('/').some((part) => part === '__MACOSX' || (part.startsWith('.') && part !== '.' && part !== '..'));
