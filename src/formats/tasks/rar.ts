import type { Report } from './fault.js';
import type { ArchiveEntry } from './zip.js';

/** The WebAssembly of node-unrar-js, for pages: where nothing serves it next to its script, a host has it itself. */
export type UnrarWasm = () => Promise<ArrayBuffer>;

/**
 * The files of a RAR archive, in their order in it. It is read as a whole; before anything is unpacked, its list tells how
 * much that will be. What is broken is reported, and ends it.
 *
 * @param isWanted others are not unpacked
 * @param most bytes that may be unpacked
 */
export async function* rarEntries(
  bytes: AsyncIterable<Uint8Array>,
  isWanted: (path: string) => boolean,
  most: number,
  report: Report,
  unrarWasm?: UnrarWasm,
): AsyncGenerator<ArchiveEntry> {
  const data = await wholeOf(bytes);
  try {
    const { createExtractorFromData } = await import('node-unrar-js');
    const wasmBinary = await unrarWasm?.();
    const extractor = await createExtractorFromData({ data, ...(wasmBinary && { wasmBinary }) });
    let size = 0;
    for (const { name, unpSize, flags } of extractor.getFileList().fileHeaders) {
      if (!flags.directory && isWanted(slashed(name))) size += unpSize;
    }
    if (size >= most) {
      report({ message: `The archive holds ${size} bytes; fewer than ${most} are read.` });
      return;
    }
    const files = extractor.extract({ files: ({ name, flags }) => !flags.directory && isWanted(slashed(name)) }).files;
    for (const { fileHeader, extraction } of files) {
      if (!extraction) continue;
      yield {
        path: slashed(fileHeader.name),
        async *bytes() {
          yield extraction;
        },
      };
    }
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    report({ message: `The RAR archive cannot be unpacked: ${why}.` });
  }
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

const slashed = (name: string): string => name.replaceAll('\\', '/');
