import {
  appendFileSync,
  closeSync,
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Sink, Spool } from '../formats/files.js';
import { WrongUse } from './terminal.js';

/** Characters and bytes that are gathered for one file before they are written. */
const FULL = 1 << 16;
/** Files that are open at a time: a system has only so many. */
const OPEN = 100;

interface OpenFile {
  readonly file: number;
  text: string;
  readonly pieces: Uint8Array[];
  length: number;
}

export interface FolderSinkOptions {
  /** Whether files that are there already are written over. */
  readonly force: boolean;
}

/**
 * Writes into a folder, and nowhere else: a path that leads out of it is refused. All is written beside what is there
 * already, and takes its place with `commit`; until then nothing has changed, and `discard` leaves nothing behind.
 */
export class FolderSink implements Sink {
  readonly #folder: string;
  readonly #force: boolean;
  /** Whether it was there, with something in it. */
  readonly #mayClash: boolean;
  /** The folders that were made, to take them away again, innermost last. */
  readonly #made: readonly string[];
  readonly #partial: string;
  readonly #draft: string;
  /** By path, the last used last. */
  readonly #open = new Map<string, OpenFile>();
  readonly #begun = new Set<string>();
  readonly #folders = new Set<string>();
  #spools = 0;
  #isEnded = false;

  /** @throws errors of the system where the folder cannot be made or written to */
  constructor(folder: string, { force }: FolderSinkOptions) {
    this.#folder = resolve(folder);
    this.#force = force;
    this.#made = makeFolder(this.#folder);
    this.#mayClash = this.#made.length === 0 && readdirSync(this.#folder).length > 0;
    // In the folder itself, as what lies beside it may be another disk.
    this.#partial = mkdtempSync(join(this.#folder, '.partial-'));
    this.#draft = join(this.#partial, 'files');
    mkdirSync(this.#draft);
  }

  /** How many files were written. */
  get count(): number {
    return this.#begun.size;
  }

  /** @throws WrongUse where the file is there already, or would be outside of the folder */
  write(path: string, piece: string | Uint8Array): void {
    const entry = this.#take(path);
    if (typeof piece === 'string') entry.text += piece;
    else {
      settle(entry);
      // Whoever gave it may use it again.
      entry.pieces.push(piece.slice());
    }
    entry.length += piece.length;
    if (entry.length >= FULL) flush(entry);
  }

  spool(): Spool {
    const file = join(this.#partial, `spool-${this.#spools++}`);
    writeFileSync(file, '');
    let text = '';
    const settleSpool = () => {
      if (text !== '') appendFileSync(file, text);
      text = '';
    };
    return {
      write(piece) {
        text += piece;
        if (text.length >= FULL) settleSpool();
      },
      read() {
        settleSpool();
        return createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 });
      },
      pour: (path) => {
        settleSpool();
        const from = openSync(file, 'r');
        const piece = new Uint8Array(1 << 20);
        for (let read = readSync(from, piece); read > 0; read = readSync(from, piece))
          this.write(path, piece.subarray(0, read));
        closeSync(from);
        rmSync(file);
      },
    };
  }

  /** Puts all that was written in its place. Nothing can be written any more. */
  commit(): void {
    for (const path of [...this.#open.keys()]) this.#close(path);
    move(this.#draft, this.#folder);
    rmSync(this.#partial, { recursive: true, force: true });
    this.#isEnded = true;
  }

  /** Leaves the folder as it was, unless all is in its place already. */
  discard(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const { file } of this.#open.values()) closeSync(file);
    this.#open.clear();
    rmSync(this.#partial, { recursive: true, force: true });
    for (const folder of this.#made.toReversed()) {
      try {
        rmdirSync(folder);
      } catch {
        // Somebody else has put something there.
        return;
      }
    }
  }

  #take(path: string): OpenFile {
    const known = this.#open.get(path);
    if (known) {
      this.#open.delete(path);
      this.#open.set(path, known);
      return known;
    }
    const [oldest] = this.#open.keys();
    if (this.#open.size >= OPEN && oldest !== undefined) this.#close(oldest);
    const entry = {
      file: this.#begun.has(path) ? this.#again(path) : this.#begin(path),
      text: '',
      pieces: [],
      length: 0,
    };
    this.#open.set(path, entry);
    return entry;
  }

  #again(path: string): number {
    return openSync(resolve(this.#draft, path), 'a');
  }

  #begin(path: string): number {
    const draft = resolve(this.#draft, path);
    if (path.includes('\0') || !draft.startsWith(this.#draft + sep))
      throw new WrongUse(`A file would be written outside of the folder: ${path}`);
    if (this.#mayClash) this.#refuseClash(path);
    const folder = dirname(draft);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    const file = openNew(draft, path);
    this.#begun.add(path);
    return file;
  }

  #refuseClash(path: string): void {
    const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    for (let depth = 1; depth <= parts.length; depth++) {
      const where = join(this.#folder, ...parts.slice(0, depth));
      const found = lstatSync(where, { throwIfNoEntry: false });
      if (!found) return;
      const isFile = depth === parts.length;
      // A link could lead anywhere.
      if (isFile ? found.isDirectory() : !found.isDirectory())
        throw new WrongUse(`${where} is there already, as ${isFile ? 'a folder' : 'something else than a folder'}.`);
      if (isFile && !this.#force)
        throw new WrongUse(`${where} is there already. Write elsewhere with --out, or over it with --force.`);
    }
  }

  #close(path: string): void {
    const entry = this.#open.get(path);
    if (!entry) return;
    this.#open.delete(path);
    flush(entry);
    closeSync(entry.file);
  }
}

/** The folders that had to be made for it, outermost first. */
function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  mkdirSync(folder, { recursive: true });
  return missing;
}

function openNew(where: string, path: string): number {
  try {
    return openSync(where, 'wx');
  } catch (reason) {
    // Where small letters and capitals are the same.
    if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason;
    throw new WrongUse(`Two files would have the same name here: ${path}`);
  }
}

/** What is in a folder into another one, over what is there. */
function move(from: string, to: string): void {
  for (const { name } of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, name), join(to, name)];
    const there = lstatSync(target, { throwIfNoEntry: false });
    // A file takes the place of another one, or of a link, in one step.
    if (there?.isDirectory()) move(source, target);
    else renameSync(source, target);
  }
}

/** Texts and bytes in their order. */
function settle(entry: OpenFile): void {
  if (entry.text !== '') entry.pieces.push(encoder.encode(entry.text));
  entry.text = '';
}

function flush(entry: OpenFile): void {
  settle(entry);
  for (const piece of entry.pieces) {
    for (let at = 0; at < piece.length; ) at += writeSync(entry.file, piece, at);
  }
  entry.pieces.length = 0;
  entry.length = 0;
}

const encoder = new TextEncoder();
