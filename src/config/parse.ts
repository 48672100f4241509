import { error, type Problem } from '../model/problem.js';
import type { ConfigElement } from './elements.js';
import { LineTable } from './lines.js';
import { maxLength, noConfig } from './quick-reader.js';
import { Reader } from './reader.js';
import { findDoctype } from './source.js';

export interface ParsedConfig {
  /** Absent: nothing could be read. */
  readonly root?: ConfigElement;
  readonly problems: readonly Problem[];
}

/**
 * Reads the XML of a labeling config; never throws. Where the XML is not well-formed it says so, and gives what could be
 * read all the same.
 */
export function parseConfig(xml: string): ParsedConfig {
  const text = typeof xml === 'string' ? wellFormed(xml.replace(/^\uFEFF/, '')) : '';
  if (!text.trim()) return noConfig;
  if (text.length > maxLength) {
    const message = `The config has ${text.length} characters; up to ${maxLength} are read. Put large data into the task.`;
    return refuse('config/too-large', message);
  }
  const lines = new LineTable(text);
  const doctype = findDoctype(text);
  if (doctype !== undefined) {
    const message = 'A config must not have a DOCTYPE. Take it out; entities cannot be declared.';
    return refuse('config/malformed', message, lines.at(doctype));
  }
  return new Reader(text, lines).read();
}

const refuse = (...problem: Parameters<typeof error>): ParsedConfig => ({ problems: [error(...problem)] });

/** Without halves of surrogate pairs, over which the parser stumbles. */
const wellFormed = (text: string): string =>
  /[\uD800-\uDFFF]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text;
