import { codePoints } from '../../base/codepoints.js';
import { type Dict, isList, type Json } from '../../model/json.js';
import type { ConfigFacts } from '../config-facts.js';
import type { Compat, ExportContext, ExportFormat, TaskWriter } from '../format.js';
import { type Item, type ItemResult, itemsOf } from '../items.js';
import type { Loss } from '../losses.js';
import { Batch } from '../table/batch.js';
import { placeOf, tellLeftOut } from '../table/left-out.js';
import { type Span, tagTokens } from './tags.js';
import { treebankTokens, whitespaceTokens } from './tokens.js';

const FORMAT = 'CONLL2003';
const FILE = 'result.conll';

export interface ConllOptions extends Compat {
  /** How texts are split: as the Penn Treebank does, or at white space alone. */
  readonly tokens: 'treebank' | 'whitespace';
}

/**
 * Named entities, one token on each line, with a blank line behind each text: `TOKEN -X- _ TAG`. Of the controls, the first
 * `Labels` that answered; of its labels, the first. https://www.clips.uantwerpen.be/conll2003/ner/
 */
export const conllFormat: ExportFormat<ConllOptions> = {
  name: FORMAT,
  about: 'Named entities, one token with its tag (IOB2) on each line.',
  refusal({ objects, controls, dataKeys }) {
    if (!objects.some(({ tag }) => tag === 'Text')) return 'CONLL2003 is about texts, and the config shows none.';
    if (!controls.some(isLabels)) return 'CONLL2003 is about labelled spans, and the config has no Labels.';
    return dataKeys.length > 1
      ? 'CONLL2003 has one text for each task, and the config shows several things.'
      : undefined;
  },
  begin(context, options = {}): TaskWriter {
    const { config, sink, lose } = context;
    const { compat = false, tokens = compat === '2021' ? 'whitespace' : 'treebank' } = options;
    const split = tokens === 'whitespace' ? whitespaceTokens : treebankTokens;
    const batch = new Batch((piece) => sink.write(FILE, piece));
    const source = textSource(config);
    // Columns are parted by spaces.
    const column = (tag: string) => {
      if (compat || !/\s/u.test(tag)) return tag;
      const message = `A label has spaces in it, which part the columns of ${FORMAT}; they are underscores there.`;
      lose({ code: 'changed', message });
      return tag.replaceAll(/\s+/gu, '_');
    };
    const head = batch.add('-DOCSTART- -X- O\n');
    return {
      async write(task) {
        await head;
        const items = itemsOf(task, config);
        tellLeftOut(task, items, FORMAT, lose);
        for (const item of compat === '2021' ? items.slice(0, 1) : items) {
          const text = await textOf(item, source, context);
          if (text === undefined) continue;
          const { spans, broken } = spansOf(item, text, lose, compat);
          const found = split(text);
          const { tags, lost } = tagTokens(found, broken ? [] : spans, compat === '2021' ? 1 : 0);
          if (lost.length > 0) {
            const message =
              'Spans that overlap another one, or share all of their tokens with it, are not in CONLL2003.';
            for (const _ of lost) lose({ code: 'not-carried', message, ...placeOf(task, item.completion) });
          }
          const lines = found.map((token, index) => `${token.text} -X- _ ${column(tags[index] ?? 'O')}\n`);
          await batch.add(`${lines.join('')}\n`);
        }
      },
      end: () => batch.flush(),
    };
  },
};

const isLabels = ({ tag }: { readonly tag: string }) => tag.toLowerCase() === 'labels';

interface TextSource {
  readonly key: string | undefined;
  readonly isUrl: boolean;
}

function textSource({ dataKeys, objects }: ConfigFacts): TextSource {
  const key = dataKeys[0];
  return { key, isUrl: objects.some((object) => object.key === key && object.attributes.valueType === 'url') };
}

async function textOf(
  { task, data }: Item,
  source: TextSource,
  { media, lose }: ExportContext,
): Promise<string | undefined> {
  const { key, isUrl } = source;
  const value = key === undefined ? undefined : data[key];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && !isUrl) return value;
  const bytes = typeof value === 'string' ? await media?.(value) : undefined;
  if (bytes) return new TextDecoder().decode(bytes);
  const message =
    typeof value === 'string'
      ? `The text of "${key}" lies at an address and cannot be fetched from there; the task is left out.`
      : `The data "${key ?? ''}" of a task is no text; the task is left out.`;
  lose({ code: 'incomplete', message, ...placeOf(task) });
  return undefined;
}

/** The spans of the first Labels that answered. */
function spansOf(item: Item, text: string, lose: (loss: Loss) => void, compat: Compat['compat']) {
  const first = item.results.find(({ control }) => isLabels(control));
  const points = codePoints(text);
  const spans: Span[] = [];
  let broken = false;
  const tell = (code: Loss['code'], message: string, result: Dict) =>
    lose({ code, message, ...placeOf(item.task, item.completion, result) });
  for (const each of item.results) {
    if (each.result.from_name !== first?.result.from_name) {
      tell(
        'not-carried',
        `Answers of "${each.control.name}" are not in ${FORMAT}, which has those of one Labels.`,
        each.result,
      );
      continue;
    }
    const { start, end, labels } = each.value;
    if (!isOffset(start) || !isOffset(end)) {
      broken = compat !== false;
      tell('invalid', 'A span has no start or end in numbers and is left out.', each.result);
      continue;
    }
    const label = labelOf(each, labels, tell);
    spans.push({ start: points.toUnits(start), end: points.toUnits(end), label });
  }
  return { spans, broken };
}

const isOffset = (value: Json | undefined): value is number => typeof value === 'number' && Number.isFinite(value);

function labelOf(
  { result }: ItemResult,
  labels: Json | undefined,
  tell: (code: Loss['code'], message: string, result: Dict) => void,
): string | undefined {
  const [label, ...others] = isList(labels) ? labels : [];
  if (others.length > 0) tell('not-carried', `Only the first label of a span is in ${FORMAT}.`, result);
  if (label !== undefined && label !== null && label !== '') return String(label);
  tell('not-carried', `Spans without a label are not in ${FORMAT}.`, result);
  return undefined;
}
