import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readConfigFacts } from '../../../../src/formats/config-facts.js';
import { conllFormat } from '../../../../src/formats/conll/conll.js';
import { type ConllImportOptions, conllImport } from '../../../../src/formats/conll/conll-import.js';
import { spansOfTags, tagTokens } from '../../../../src/formats/conll/tags.js';
import { treebankTokens, whitespaceTokens } from '../../../../src/formats/conll/tokens.js';
import { Losses } from '../../../../src/formats/losses.js';
import { fileOf } from '../tasks/given.js';
import { written } from '../written.js';

const config = `<View><Labels name="ner" toName="t"><Label value="PER"/><Label value="Big City"/></Labels>
  <Text name="t" value="$text"/></View>`;

const words = (text: string) => treebankTokens(text).map((token) => token.text);
const span = (start: unknown, end: unknown, ...labels: string[]) => ({
  id: `${start}`,
  from_name: 'ner',
  to_name: 't',
  type: 'labels',
  value: { start, end, labels },
});
const task = (text: unknown, ...result: object[]) => ({ id: 1, data: { text }, annotations: [{ id: 2, result }] });

describe('tokens of the Penn Treebank', () => {
  it('parts punctuation, quotes and contractions from words', () => {
    assert.deepEqual(words("Rowing costs $4.50 (or so); nobody's sure."), [
      'Rowing',
      'costs',
      '$',
      '4.50',
      '(',
      'or',
      'so',
      ')',
      ';',
      'nobody',
      "'s",
      'sure',
      '.',
    ]);
    assert.deepEqual(words('"We cannot," she\'ll say, "and won\'t"'), [
      '"',
      'We',
      'can',
      'not',
      ',',
      '"',
      'she',
      "'ll",
      'say',
      ',',
      '"',
      'and',
      'wo',
      "n't",
      '"',
    ]);
    assert.deepEqual(words('one. Two... 1,000 a:b 10:30 x--y'), [
      'one.',
      'Two',
      '...',
      '1,000',
      'a',
      ':',
      'b',
      '10:30',
      'x',
      '--',
      'y',
    ]);
    assert.deepEqual(words("'Tis gonna snow/rain @ home #1 & 50%"), [
      "'T",
      'is',
      'gon',
      'na',
      'snow',
      '/',
      'rain',
      '@',
      'home',
      '#',
      '1',
      '&',
      '50',
      '%',
    ]);
    assert.deepEqual(words(''), []);
    assert.deepEqual(words('A line\nbreak\ttoo'), ['A', 'line', 'break', 'too']);
  });

  it('finds every token in the text, in order', () => {
    const sign = fc.constantFrom(...'aZ9 .,:;?!"\'`()[]<>-/&%$#@\n\t é日😀', "n't", "''", '``', 'cannot');
    fc.assert(
      fc.property(fc.array(sign), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const token of treebankTokens(text)) {
          assert.equal(text.slice(token.start, token.end), token.text);
          assert.match(text.slice(at, token.start), /^\s*$/);
          at = token.end;
        }
        assert.match(text.slice(at), /^\s*$/);
      }),
    );
  });
});

describe('CONLL2003', () => {
  const conll = async (...tasks: object[]) => {
    const { sink, messages } = await written(conllFormat, config, tasks);
    return { text: sink.text('result.conll'), messages };
  };

  it('counts code points', async () => {
    const { text } = await conll(task('😀 Ada ran', span(2, 5, 'PER')));
    assert.equal(text, '-DOCSTART- -X- O\n😀 -X- _ O\nAda -X- _ B-PER\nran -X- _ O\n\n');
  });

  it('tells what it cannot carry', async () => {
    const found = await conll(
      task('Ada Lovelace', span(0, 12, 'PER', 'X'), span(4, 12, 'Y'), span(0, null, 'PER'), {
        from_name: 'no',
        value: {},
      }),
      task('London', span(0, 6, 'Big City')),
      task(null),
      task('x', span(0, 1)),
    );
    assert.match(
      found.text ?? '',
      /Ada -X- _ B-PER\nLovelace -X- _ I-PER\n\nLondon -X- _ B-Big_City\n\nx -X- _ O\n\n$/,
    );
    assert.equal(found.messages.length, 7);
  });

  it('refuses configs that mark no text', () => {
    assert.equal(conllFormat.refusal(readConfigFacts(config)), undefined);
    assert.match(conllFormat.refusal(readConfigFacts('<View><Image name="i" value="$i"/></View>')) ?? '', /texts/);
    assert.match(conllFormat.refusal(readConfigFacts('<View><Text name="i" value="$i"/></View>')) ?? '', /Labels/);
  });

  it('fetches a text that lies at an address', async () => {
    const at = config.replace('value="$text"', 'value="$text" valueType="url"');
    const media = async () => new TextEncoder().encode('Ada ran');
    const { sink } = await written(conllFormat, at, [task('http://x/a.txt', span(0, 3, 'PER'))], {}, media);
    assert.match(sink.text('result.conll') ?? '', /Ada -X- _ B-PER/);
    assert.match((await written(conllFormat, at, [task('http://x/a.txt')])).messages[0] ?? '', /cannot be fetched/);
  });
});

describe('tags and spans', () => {
  it('reads IOB1, IOB2, BIOES and BILOU', () => {
    const spans = (tags: string) => spansOfTags(tags.split(' ')).map(({ from, to, label }) => `${from}-${to} ${label}`);
    assert.deepEqual(spans('I-A I-A O I-B B-B'), ['0-1 A', '3-3 B', '4-4 B']);
    assert.deepEqual(spans('B-A I-A B-A I-B O'), ['0-1 A', '2-2 A', '3-3 B']);
    assert.deepEqual(spans('S-A B-A I-A E-A I-A'), ['0-0 A', '1-3 A', '4-4 A']);
    assert.deepEqual(spans('U-A U-A B-A L-A'), ['0-0 A', '1-1 A', '2-3 A']);
    assert.deepEqual(spans('O PER PER'), ['1-2 PER']);
  });

  it('says the same spans as were tagged, where they are whole tokens', () => {
    const marks = fc.array(
      fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 3 }), label: fc.constantFrom('A', 'B-C', 'D') }),
    );
    fc.assert(
      fc.property(marks, (given) => {
        let at = 0;
        const wanted = given.map(({ gap, length, label }) => {
          const from = at + gap;
          at = from + length;
          return { from, to: at - 1, label };
        });
        const tokens = whitespaceTokens('ab '.repeat(at));
        const spans = wanted.map(({ from, to, label }) => ({
          start: tokens[from]?.start ?? 0,
          end: tokens[to]?.end ?? 0,
          label,
        }));
        const { tags, lost } = tagTokens(tokens, spans);
        assert.deepEqual(lost, []);
        assert.deepEqual(spansOfTags(tags), wanted);
      }),
    );
  });
});

describe('CoNLL files', () => {
  async function imported(text: string, options: Partial<ConllImportOptions> = {}, xml?: string) {
    const losses = new Losses();
    const context = { lose: losses.add, ...(xml && { config: readConfigFacts(xml) }) };
    const tasks: any[] = [];
    const reader = conllImport.read([fileOf('a.conll', text, 5)], context, options);
    let step = await reader.next();
    for (; !step.done; step = await reader.next()) tasks.push(step.value);
    return { tasks, config: step.value, losses };
  }

  const file =
    '-DOCSTART- -X- -X- O\n\nAda NNP I-NP B-PER\nran VB I-VP O\n\n😀 _ _ O\nNew _ _ B-LOC\nYork _ _ I-LOC\n-DOCSTART- -X- O\nBob x y I-PER\n';

  it('are tasks with predictions, a task for each sentence', async () => {
    const { tasks, config: made } = await imported(file);
    assert.deepEqual(
      tasks.map(({ data }) => data.text),
      ['Ada ran', '😀 New York', 'Bob'],
    );
    const [{ result }] = tasks[1].predictions;
    assert.deepEqual(
      { ...result[0], id: '' },
      {
        id: '',
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        value: { start: 2, end: 10, text: 'New York', labels: ['LOC'] },
      },
    );
    assert.match(made ?? '', /<Label value="LOC"\/>\s*<Label value="PER"\/>/);
  });

  it('are tasks for each document, or in the texts that they come from', async () => {
    const whole = await imported(file, { tasks: 'document', as: 'annotations' }, config);
    assert.deepEqual(
      whole.tasks.map(({ data }) => data.text),
      ['Ada ran\n😀 New York', 'Bob'],
    );
    assert.deepEqual(whole.tasks[0].annotations[0].result[1].value, {
      start: 10,
      end: 18,
      text: 'New York',
      labels: ['LOC'],
    });
    assert.equal(whole.config, undefined);
    const given = await imported('New B-LOC\nYork I-LOC\n. O\n', { texts: ['In New  York.'] });
    assert.deepEqual(given.tasks[0].predictions[0].result[0].value, {
      start: 3,
      end: 12,
      text: 'New  York',
      labels: ['LOC'],
    });
    assert.match((await imported('Rome B-LOC\n', { texts: ['x'] })).losses.all[0]?.message ?? '', /not in the text/);
  });

  it('come back from what was written', async () => {
    const { sink } = await written(conllFormat, config, [
      task('Ada Lovelace saw Rome .', span(0, 12, 'PER'), span(17, 21, 'LOC')),
    ]);
    const { tasks } = await imported(sink.text('result.conll') ?? '', {}, config);
    assert.equal(tasks[0].data.text, 'Ada Lovelace saw Rome .');
    assert.deepEqual(
      tasks[0].predictions[0].result.map(({ value }: any) => [value.start, value.end, value.labels[0]]),
      [
        [0, 12, 'PER'],
        [17, 21, 'LOC'],
      ],
    );
  });

  it('tell of lines that are not complete', async () => {
    const { tasks, losses } = await imported('alone\nAda B-PER\n');
    assert.equal(tasks[0].data.text, 'alone Ada');
    assert.deepEqual(
      losses.all.map(({ line }) => line),
      [1],
    );
  });
});
