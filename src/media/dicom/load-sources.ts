import type { Problem } from '../../model/problem.js';
import { answers } from '../fetch-bytes.js';
import { notFound, notShared, unreadable } from './dicom-problem.js';
import { joined } from './inflate.js';
import { Archive } from './load-archive.js';
import { type FileFindings, type LoadedFile, loadFile } from './load-file.js';
import { isDicom } from './parse-dicom.js';

/** What comes while sources are loaded. */
export type Arrival =
  | { readonly is: 'bytes'; readonly loaded: number; readonly total?: number }
  /** @property source which of them, from 0; files of one source come in its order */
  | { readonly is: 'file'; readonly source: number; readonly file: LoadedFile }
  /** @property aside whether it is only that a file has no pictures */
  | { readonly is: 'problem'; readonly problem: Problem; readonly aside?: boolean };

/** Files that are fetched at the same time: as many as a browser has connections to a server. */
const AT_ONCE = 6;
/** Bytes of a single file. */
const LARGEST = 2 ** 31 - 1;
const BEGINNING = 4;

/** Loads files or archives, and tells what is in them as it comes. Ends early when it is aborted; never throws. */
export async function loadSources(
  urls: readonly string[],
  signal: AbortSignal,
  tell: (arrival: Arrival) => void,
): Promise<void> {
  let [next, loaded] = [0, 0];
  let total: number | undefined;
  const onBytes = (count: number, length: number | undefined) => {
    if (urls.length === 1) total = length;
    loaded += count;
    tell({ is: 'bytes', loaded, ...(total !== undefined && { total }) });
  };
  const work = async () => {
    while (next < urls.length && !signal.aborted) {
      const source = next++;
      await loadSource(urls[source] as string, source, signal, tell, onBytes);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, urls.length) }, work));
}

async function loadSource(
  url: string,
  source: number,
  signal: AbortSignal,
  tell: (arrival: Arrival) => void,
  onBytes: (count: number, total: number | undefined) => void,
): Promise<void> {
  const fail = (problem: Problem) => tell({ is: 'problem', problem });
  const response = await fetch(url, { signal }).catch(() => undefined);
  if (signal.aborted) return;
  if (!response) return fail((await answers(url, signal)) ? notShared(url) : notFound(url));
  if (!response.ok) return fail(notFound(url, `the server answered ${response.status}`));
  // With compression on the way the length is that of what travels, not of what we count.
  const length = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'));
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const reader = response.body?.getReader();
  const intake = new Intake(nameOf(url), type, ({ file, problem, aside = false }) => {
    if (file) tell({ is: 'file', source, file });
    if (problem) tell({ is: 'problem', problem, aside });
  });
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      onBytes(part.value.length, length > 0 ? length : undefined);
      if (!intake.push(part.value)) {
        await reader?.cancel();
        return;
      }
    }
  } catch {
    if (!signal.aborted) fail(notFound(url, 'the connection was lost on the way'));
    return;
  }
  intake.end();
}

/** What problems call a source. A data or blob URL says nothing. */
const nameOf = (url: string): string => (/^(data|blob):/.test(url) ? 'that was given' : url);

/** Takes the bytes of a source, and finds from the first of them what it is. */
class Intake {
  readonly #name: string;
  readonly #type: string;
  readonly #onFound: (found: FileFindings) => void;
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;
  #archive: Archive | undefined;

  constructor(name: string, type: string, onFound: (found: FileFindings) => void) {
    this.#name = name;
    this.#type = type;
    this.#onFound = onFound;
  }

  /** Whether more is wanted. */
  push(chunk: Uint8Array<ArrayBuffer>): boolean {
    if (this.#archive) return this.#archive.push(chunk);
    const known = this.#size >= BEGINNING;
    this.#parts.push(chunk);
    this.#size += chunk.length;
    if (this.#size > LARGEST) {
      this.#onFound({ problem: unreadable(this.#name, 'it is larger than 2 GB, the most that is read') });
      return false;
    }
    if (known || this.#size < BEGINNING) return true;
    const start = joined(this.#parts, this.#size);
    if (!isZip(start)) return true;
    this.#parts = [];
    this.#archive = new Archive(this.#name, this.#onFound);
    return this.#archive.push(start);
  }

  end(): void {
    if (this.#archive) return this.#archive.end();
    const bytes = joined(this.#parts, this.#size);
    this.#parts = [];
    if (isDicom(bytes)) this.#onFound(loadFile(bytes, this.#name));
    else this.#onFound({ problem: unreadable(this.#name, reasonAgainst(bytes, this.#type)) });
  }
}

/** A file's entry, the end of an archive that has none, or the mark of one that was split. */
const isZip = ([a, b, c = 0]: Uint8Array): boolean => a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7);

function reasonAgainst(bytes: Uint8Array, type: string): string {
  if (bytes.length === 0) return 'the file is empty';
  const text = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  if (type === 'text/html' || /^<(!doctype html|html)/.test(text)) {
    return 'it is a web page; perhaps one has to sign in to the server first';
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'it is a gzip archive; give a zip, or the files';
  if (/^(7z\xbc|rar!)/.test(text) || text.startsWith('7z'))
    return 'it is an archive of a kind that is not read; give a zip';
  return type && type !== 'application/octet-stream' ? `it is not DICOM, but ${type}` : 'it is not DICOM';
}
