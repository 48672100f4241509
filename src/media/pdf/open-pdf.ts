import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Outcome } from '../../model/problem.js';
import { startWorker } from '../remote/start-worker.js';
import { extraFile } from './extra-files.js';
import { type LoadRequest, loadBytes } from './load-bytes.js';
import { PdfFile } from './pdf-file.js';
import { noDecoder, unreadable } from './pdf-problem.js';

export interface PdfRequest extends LoadRequest {
  /** Asked for where the file is locked. @param wrong whether the one before did not open it */
  askPassword(wrong: boolean): Promise<string>;
}

/** What the decoder asks the page for, in place of an address that it would fetch from. */
class ExtraFiles {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return extraFile(filename);
  }
}

/**
 * Loads and opens a PDF; it is closed when the signal is aborted. Scripts, forms that are filled in, links and attachments
 * are not offered. Without a value but with no problems either if it was aborted.
 */
export async function openPdf(url: string, request: PdfRequest): Promise<Outcome<PdfFile>> {
  const { signal } = request;
  // Fetched while the file is.
  const library = import('pdfjs-dist');
  library.catch(() => {});
  const loaded = await loadBytes(url, request);
  if (signal.aborted || !loaded.value) return loaded.problems ? { problems: loaded.problems } : { problems: [] };
  const failure = new AbortController();
  const worker = new AbortController();
  const life = AbortSignal.any([signal, failure.signal]);
  life.onabort = () => worker.abort();
  try {
    const { getDocument, PDFWorker } = await library;
    const port = startWorker(new URL('./pdf.worker.js', import.meta.url), worker.signal);
    const failed = new Promise<never>((_, fail) => {
      port.onerror = ({ message }) => fail(new NoDecoder(message ?? ''));
    });
    failed.catch(() => {});
    const task = getDocument({
      data: loaded.value,
      worker: PDFWorker.create({ port }),
      verbosity: 0,
      enableXfa: false,
      useSystemFonts: true,
      useWorkerFetch: false,
      disableWorkerRendering: true,
      BinaryDataFactory: ExtraFiles,
      // Without addresses of its own it asks the page.
    } as Parameters<typeof getDocument>[0]);
    life.onabort = () => close(() => task.destroy(), worker);
    task.onPassword = (give: (password: string) => void, reason: number) =>
      void request.askPassword(reason !== FIRST).then((password) => {
        if (!signal.aborted) give(password);
      });
    const document = await Promise.race([task.promise as Promise<PDFDocumentProxy>, failed]);
    if (signal.aborted) return { problems: [] };
    return { value: new PdfFile(document, life) };
  } catch (reason) {
    failure.abort();
    if (signal.aborted) return { problems: [] };
    if (reason instanceof NoDecoder) return { problems: [noDecoder(reason.message || 'its script was not loaded')] };
    return { problems: [unreadable(url, whyOf(reason))] };
  }
}

/** Milliseconds that a decoder has to give back what it holds. */
const PATIENCE = 3000;

/** Fonts and filters in the page are taken away when the decoder has answered, so it ends after that. */
function close(destroy: () => Promise<void>, worker: AbortController): void {
  const late = AbortSignal.timeout(PATIENCE);
  late.onabort = () => worker.abort();
  const end = () => worker.abort();
  destroy().then(end, end);
}

/** A password is asked for the first time; 2: the one given was wrong. */
const FIRST = 1;

class NoDecoder extends Error {}

function whyOf(reason: unknown): string {
  const { name, message } = reason instanceof Error ? reason : { name: '', message: String(reason) };
  if (name === 'InvalidPDFException') return 'it is damaged or cut short; make or upload it again';
  if (name === 'PasswordException')
    return 'it is locked in a way that this editor does not know; save it without a password';
  return message || 'its decoder failed';
}
