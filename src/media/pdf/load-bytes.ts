import type { Outcome } from '../../model/problem.js';
import { resolved } from '../address.js';
import { answers, fetchBytes } from '../fetch-bytes.js';
import { notAsked, notFound, notShared, unreadable } from './pdf-problem.js';

export interface LoadRequest {
  readonly signal: AbortSignal;
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
  /** Bytes so far and, where the server says, in all. */
  onProgress?(loaded: number, total?: number): void;
}

/** Readers look so far into a file for its mark. */
const HEAD = 1024;

/** The bytes of a PDF file. Without a value but with no problems either if it was aborted. */
export async function loadBytes(url: string, request: LoadRequest): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const objection = objectionTo(url);
  if (objection) return { problems: [notAsked(url, objection)] };
  const { signal } = request;
  const { blob, status } = await fetchBytes(url, request);
  if (signal.aborted) return { problems: [] };
  if (status !== undefined) return { problems: [notFound(url, `the server answered ${status}`)] };
  if (!blob) {
    if (url.startsWith('data:')) return { problems: [unreadable(url, 'its address holds no file')] };
    const shared = !(await answers(url, signal));
    if (signal.aborted) return { problems: [] };
    return {
      problems: [shared ? notFound(url, 'no server answers there, or this page may not ask it') : notShared(url)],
    };
  }
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (signal.aborted) return { problems: [] };
  const why = reasonAgainst(bytes, blob.type);
  return why === undefined ? { value: bytes } : { problems: [unreadable(url, why)] };
}

/** Why it is not even asked for. */
function objectionTo(url: string): string | undefined {
  const address = resolved(url);
  if (!address) return 'this is no address';
  if (/^(https?|data|blob):$/.test(address.protocol)) return undefined;
  if (address.protocol === 'file:') return 'a page may not open files of this computer; serve it by HTTP';
  return `documents are not loaded by "${address.protocol}"; give an address that starts with https:`;
}

/** Why these bytes are no PDF. */
export function reasonAgainst(bytes: Uint8Array, type: string): string | undefined {
  if (bytes.length === 0) return 'the file is empty';
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  if (head.includes('%PDF-')) return undefined;
  const isPage = type === 'text/html' || /^\s*(<!doctype html|<html)/i.test(head);
  if (isPage) return 'the server answers with a web page, perhaps one to sign in; open the address in this browser';
  return `it is no PDF${type && type !== 'application/pdf' ? ` but ${type}` : ''}`;
}
