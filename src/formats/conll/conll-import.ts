import { codePoints } from '../../base/codepoints.js';
import { newId } from '../../base/ids.js';
import type { Dict } from '../../model/json.js';
import type { ConfigFacts } from '../config-facts.js';
import type { InFile } from '../files.js';
import type { ImportContext, ImportFormat } from '../format.js';
import { textLines } from '../tasks/text-lines.js';
import { utf8Text } from '../tasks/utf8.js';
import { spansOfTags } from './tags.js';

export interface ConllImportOptions {
  readonly as: 'predictions' | 'annotations';
  /** A task for each sentence, or for each document (`-DOCSTART-`), whose sentences are then lines. */
  readonly tasks: 'sentence' | 'document';
  /**
   * The texts that the tokens were taken from, task by task, so that offsets fit them; where there is none, tokens are
   * joined by spaces.
   */
  readonly texts: readonly string[];
  /** Columns from 0; negative from the end. The first one has the token, the last one the tag. */
  readonly tokenColumn: number;
  readonly tagColumn: number;
}

/** Named entities in columns, tagged in IOB1, IOB2, BIOES or BILOU. https://www.clips.uantwerpen.be/conll2003/ner/ */
export const conllImport: ImportFormat<ConllImportOptions> = {
  name: 'CONLL2003',
  about: 'Named entities in columns, one token with its tag on each line.',
  read: readConll,
};

interface Names {
  readonly key: string;
  readonly object: string;
  readonly control: string;
}

async function* readConll(
  files: readonly InFile[],
  context: ImportContext,
  options: Partial<ConllImportOptions> = {},
): AsyncGenerator<Dict, string | undefined> {
  const names = namesIn(context.config);
  const labels = new Set<string>();
  let count = 0;
  for (const file of files) {
    for await (const sentences of groupsIn(file, context, options)) {
      const text = options.texts?.[count];
      yield taskOf(sentences, text, file.path, count++, names, labels, context, options.as ?? 'predictions');
    }
  }
  return context.config ? undefined : configOf(labels, names);
}

/** The first Labels of the config and the text that it is about. */
function namesIn(config: ConfigFacts | undefined): Names {
  const control = config?.controls.find(({ tag }) => tag === 'Labels');
  const object =
    config?.objects.find(({ name }) => control?.toNames.includes(name)) ??
    config?.objects.find(({ tag }) => tag === 'Text' || tag === 'HyperText');
  return { key: object?.key ?? 'text', object: object?.name ?? 'text', control: control?.name ?? 'label' };
}

interface Line {
  readonly token: string;
  readonly tag: string;
}

type Sentence = readonly Line[];

/** Sentences that make a task together. */
async function* groupsIn(
  file: InFile,
  { lose }: ImportContext,
  { tasks = 'sentence', tokenColumn = 0, tagColumn = -1 }: Partial<ConllImportOptions>,
): AsyncGenerator<readonly Sentence[]> {
  const text = utf8Text(file.bytes(), ({ isLast: _, ...fault }) =>
    lose({ code: 'invalid', file: file.path, ...fault }),
  );
  let sentence: Line[] = [];
  let group: Sentence[] = [];
  let number = 0;
  const close = () => {
    if (sentence.length > 0) group.push(sentence);
    sentence = [];
  };
  for await (const lines of textLines(text)) {
    for (const line of lines) {
      number++;
      const columns = line.split(/[ \t]+/).filter((column) => column !== '');
      const isStart = columns[0] === '-DOCSTART-';
      if (columns.length === 0 || isStart) {
        close();
        if (group.length > 0 && (isStart || tasks === 'sentence')) {
          yield group;
          group = [];
        }
        continue;
      }
      // A line of one column is a token without a tag.
      const [token, tag] = [columns.at(tokenColumn), columns.length > 1 ? columns.at(tagColumn) : undefined];
      if (token === undefined || tag === undefined) {
        const message = 'A line has fewer columns than a token and its tag; what is missing is taken for "O".';
        lose({ code: 'incomplete', message, file: file.path, line: number });
      }
      sentence.push({ token: token ?? columns[0] ?? '', tag: tag ?? 'O' });
    }
  }
  close();
  if (group.length > 0) yield group;
}

function taskOf(
  sentences: readonly Sentence[],
  given: string | undefined,
  file: string,
  index: number,
  { key, object, control }: Names,
  labels: Set<string>,
  { lose }: ImportContext,
  as: 'predictions' | 'annotations',
): Dict {
  const { text, places, missed } = given === undefined ? joined(sentences) : aligned(sentences, given);
  if (missed > 0) {
    lose({ code: 'invalid', message: 'Tokens are not in the text that was given, and are left out.', file, index });
  }
  const points = codePoints(text);
  const result: Dict[] = [];
  let first = 0;
  for (const sentence of sentences) {
    for (const span of spansOfTags(sentence.map(({ tag }) => tag))) {
      const found = places.slice(first + span.from, first + span.to + 1).filter((place) => place !== undefined);
      const [start, end] = [found[0]?.start, found.at(-1)?.end];
      if (start === undefined || end === undefined) continue;
      labels.add(span.label);
      const value = {
        start: points.toPoints(start),
        end: points.toPoints(end),
        text: text.slice(start, end),
        labels: [span.label],
      };
      result.push({ id: newId(), from_name: control, to_name: object, type: 'labels', value });
    }
    first += sentence.length;
  }
  return { data: Object.fromEntries([[key, text]]), [as]: [{ result }] };
}

interface Placed {
  readonly text: string;
  /** Where each token is, in UTF-16 units; undefined where it is not in the text. */
  readonly places: readonly ({ readonly start: number; readonly end: number } | undefined)[];
  readonly missed: number;
}

/** Tokens with spaces between them, sentences with line feeds. */
function joined(sentences: readonly Sentence[]): Placed {
  let text = '';
  const places = sentences.flatMap((sentence, number) =>
    sentence.map(({ token }, index) => {
      if (index > 0) text += ' ';
      else if (number > 0) text += '\n';
      const start = text.length;
      text += token;
      return { start, end: text.length };
    }),
  );
  return { text, places, missed: 0 };
}

/** Each token where it next stands in the text. */
function aligned(sentences: readonly Sentence[], text: string): Placed {
  let at = 0;
  let missed = 0;
  const places = sentences.flat().map(({ token }) => {
    const start = text.indexOf(token, at);
    if (start === -1) {
      missed++;
      return undefined;
    }
    at = start + token.length;
    return { start, end: at };
  });
  return { text, places, missed };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function configOf(labels: ReadonlySet<string>, { key, object, control }: Names): string {
  const lines = [...labels].sort().map((label) => `    <Label value="${escaped(label)}"/>`);
  return `<View>
  <Labels name="${control}" toName="${object}">
${lines.join('\n')}
  </Labels>
  <Text name="${object}" value="$${key}"/>
</View>
`;
}
