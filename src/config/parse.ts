import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { error, type Problem } from '../model/problem.js';
import { type ConfigElement, cdataKey, ElementBuilder, type RawNode } from './elements.js';
import { type Fault, problemOf, problemOfThrown } from './faults.js';
import { findDoctype, LineTable, type Position } from './source.js';

export interface ParsedConfig {
  /** Absent: nothing could be read. */
  readonly root?: ConfigElement;
  readonly problems: readonly Problem[];
}

/** Characters. The largest config met in the wild has 140 thousand. */
const maxLength = 8_000_000;
const maxDepth = 200;

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  cdataPropName: cdataKey,
  htmlEntities: true,
  // Its limits are against entities that a DOCTYPE declares, which is refused before.
  processEntities: { enabled: true, maxExpandedLength: Number.POSITIVE_INFINITY },
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: maxDepth,
  onDangerousProperty: (name) => name,
});
const offsets = XMLParser.getMetaDataSymbol() as unknown as symbol;

/**
 * Reads the XML of a labeling config; never throws. Where the XML is not well-formed it says so, and gives what could be
 * read all the same.
 */
export function parseConfig(xml: string): ParsedConfig {
  const text = typeof xml === 'string' ? xml.replace(/^\uFEFF/, '') : '';
  if (!text.trim()) return refuse('config/empty', 'There is no config. Give the labeling config as XML.');
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
  return read(text, lines);
}

const refuse = (...problem: Parameters<typeof error>): ParsedConfig => ({ problems: [error(...problem)] });

function read(text: string, lines: LineTable): ParsedConfig {
  const fault = findFault(text, lines);
  const { nodes, thrown } = parseAll(text, lines, fault);
  const builder = new ElementBuilder(text, lines, offsets);
  const [root, second] = builder.elements(nodes);
  const first = thrown ?? (fault && problemOf(fault, builder.unclosed)) ?? misshapen(root, second);
  return { ...(root && { root }), problems: [...(first ? [first] : []), ...builder.problems] };
}

/** What the validator finds first. */
function findFault(text: string, lines: LineTable): Fault | undefined {
  const found = XMLValidator.validate(text);
  if (found === true) return undefined;
  const { msg, line, col } = found.err;
  return { text: msg, ...lines.at(Math.min(lines.offset(line, col || 1), text.length)) };
}

/** All of the text, or the part before its fault, which is as good as all that a person has written so far. */
function parseAll(
  text: string,
  lines: LineTable,
  fault: Fault | undefined,
): { readonly nodes: readonly RawNode[]; readonly thrown?: Problem } {
  try {
    return { nodes: parser.parse(text) as RawNode[] };
  } catch (reason) {
    const thrown = problemOfThrown(reason, text, lines, maxDepth);
    const places: Position[] = fault ? [thrown.at, fault] : [thrown.at];
    const ends = places.map(({ line, column }) => lines.offset(line, column)).sort((a, b) => b - a);
    for (const end of ends) {
      try {
        return { nodes: parser.parse(text.slice(0, Math.max(0, text.lastIndexOf('<', end)))) as RawNode[], thrown };
      } catch {
        // The earlier end may do.
      }
    }
    return { nodes: [], thrown };
  }
}

/** What the validator lets pass. */
function misshapen(root: ConfigElement | undefined, second: ConfigElement | undefined): Problem | undefined {
  if (!root)
    return error('config/malformed', 'The config has no element. Start it with <View>.', { line: 1, column: 1 });
  if (!second) return undefined;
  const message = `<${second.tag}> stands beside the root <${root.tag}>. Put all tags into one, for example <View>.`;
  return error('config/malformed', message, { tag: second.tag, ...second.at });
}
