import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { MediaFacts } from '../../../src/contract/shape.js';
import type { Dict } from '../../../src/model/json.js';
import { runInAction } from '../../../src/reactive/index.js';
import { type Headless, headless } from '../../support/headless.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="PER" maxUsages="3"/><Label value="LOC"/></Labels>
  <Labels name="tone" toName="txt" maxUsages="4"><Label value="Good"/></Labels>
  <Text name="txt" value="$text"/>
  <Choices name="sure" toName="txt" perRegion="true"><Choice value="Yes"/></Choices>
</View>`;
const text = 'the sea 😀 and the Sea, the seaside; sea of sea';

interface Span extends Dict {
  readonly id: string;
  readonly from_name: string;
  readonly value: { readonly start: number; readonly end: number; readonly text: string; readonly labels: string[] };
}
const span = (id: string, start: number, end: number, label: string, more: object = {}) => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start, end, text: [...text].slice(start, end).join(''), labels: [label] },
  ...more,
});

function open(result: readonly object[], facts: MediaFacts = { text, saveText: true }): Headless {
  const host = headless(config, { id: 1, data: { text }, annotations: [{ id: 9, result }] });
  host.editor.facts.set('txt', facts);
  host.editor.openNow(() => {});
  opened.push(host);
  return host;
}
/** Remarks that are still to go away keep a process waiting. */
const opened: Headless[] = [];
afterEach(() => {
  for (const { editor } of opened.splice(0)) editor.dispose();
});
const results = ({ editor }: Headless) => (editor.toJson()?.result ?? []) as readonly Span[];
const places = (host: Headless) => results(host).map(({ value }) => [value.start, value.text]);
const said = ({ editor }: Headless) => editor.notices.current?.message;
const run = (host: Headless, action: string, ...ids: string[]) => {
  host.editor.select(ids);
  return host.editor.actions.run(`text:${action}`);
};

describe('text:mark-same', () => {
  it('marks whole words with the same labels, counted in code points, as one step that it offers to take back', () => {
    const answer = { ...span('a', 4, 7, ''), from_name: 'sure', type: 'choices' };
    const given = [span('a', 4, 7, 'LOC'), { ...answer, value: { ...answer.value, choices: ['Yes'] } }];
    const host = open(given);
    run(host, 'mark-same', 'a');
    const made = results(host).slice(2);
    assert.deepEqual(
      made.map((result) => ({ ...result, id: '' })),
      [
        { ...span('', 36, 39, 'LOC'), origin: 'manual' },
        { ...span('', 43, 46, 'LOC'), origin: 'manual' },
      ],
    );
    assert.equal(said(host), '2 more marked');
    assert.equal(host.editor.completion?.store.history.undoLabel, 'Mark 2 more');
    host.editor.notices.current?.offer?.run();
    assert.deepEqual(results(host), given);
    assert.equal(said(host), undefined);
  });

  it('marks in any case where that is asked for', () => {
    const host = open([span('a', 4, 7, 'LOC')]);
    run(host, 'mark-same-any-case', 'a');
    assert.deepEqual(places(host).slice(1), [
      [18, 'Sea'],
      [36, 'sea'],
      [43, 'sea'],
    ]);
  });

  it('does not mark twice, but beside other labels', () => {
    const host = open([span('a', 4, 7, 'LOC'), span('b', 36, 39, 'LOC'), span('c', 43, 46, 'PER')]);
    run(host, 'mark-same', 'a', 'b');
    assert.deepEqual(places(host).slice(3), [[43, 'sea']]);
    run(host, 'mark-same', 'b');
    assert.equal(said(host), 'All 2 others are marked already.');
    run(host, 'mark-same', 'c');
    assert.equal(said(host), '2 more marked');
  });

  it('says that there are no others', () => {
    const host = open([span('a', 10, 13, 'LOC')]);
    run(host, 'mark-same', 'a');
    assert.equal(said(host), 'There is no other “and” in the text.');
    assert.equal(host.editor.completion?.store.history.undoLabel, undefined);
  });

  it('uses no label more often than it may be', () => {
    const two = {
      ...span('a', 4, 7, ''),
      from_name: 'tone',
      value: { ...span('a', 4, 7, '').value, labels: ['Good'] },
    };
    const host = open([span('a', 4, 7, 'PER'), two, span('b', 0, 3, 'PER')]);
    run(host, 'mark-same', 'a');
    assert.deepEqual(places(host).slice(3), [
      [36, 'sea'],
      [36, 'sea'],
    ]);
    assert.equal(said(host), "1 more marked. You can't use PER more than 3 time(s)");
    run(host, 'mark-same', 'b');
    assert.deepEqual(host.editor.notices.current, {
      message: "You can't use PER more than 3 time(s)",
      tone: 'danger',
    });
  });

  it('leaves out what is not to be seen', () => {
    const host = open([span('a', 4, 7, 'LOC')], { text, saveText: true, unseen: [{ start: 30, end: 37 }] });
    run(host, 'mark-same', 'a');
    assert.deepEqual(places(host).slice(1), [[43, 'sea']]);
  });

  it('names places as the text names them, in one phrase each', () => {
    const phrases = 'a b\n\nc\n\na b\n\nc a b';
    const starts = [0, 5, 8, 13];
    const phraseOf = (at: number) => starts.filter((start) => start <= at).length - 1;
    const anchors = {
      locate: ({ start, end, startOffset, endOffset }: Dict) => ({
        start: (starts[Number(start)] ?? 0) + Number(startOffset),
        end: (starts[Number(end)] ?? 0) + Number(endOffset),
      }),
      anchor: (start: number, end: number) => ({
        start: String(phraseOf(start)),
        startOffset: start - (starts[phraseOf(start)] ?? 0),
        end: String(phraseOf(end - 1)),
        endOffset: end - (starts[phraseOf(end - 1)] ?? 0),
      }),
    };
    const phrase = (id: string, start: number, end: number) => ({
      ...span(id, 0, 0, 'LOC'),
      value: { ...anchors.anchor(start, end), text: phrases.slice(start, end), labels: ['LOC'] },
    });
    const host = open([phrase('a', 0, 3), phrase('b', 2, 6)], { text: phrases, saveText: true, anchors });
    run(host, 'mark-same', 'a');
    assert.deepEqual(
      results(host)
        .slice(2)
        .map(({ value }) => value as unknown),
      [
        { start: '2', startOffset: 0, end: '2', endOffset: 3, text: 'a b', labels: ['LOC'] },
        { start: '3', startOffset: 2, end: '3', endOffset: 5, text: 'a b', labels: ['LOC'] },
      ],
    );
    run(host, 'mark-same', 'b');
    assert.equal(said(host), 'There is no other “b\n\nc” in the text.');
  });

  it('is not there where no text is marked, and not possible where nothing is selected or one may only read', () => {
    const picture = headless('<View><Image name="i" value="$url"/><Rectangle name="r" toName="i"/></View>', {
      data: { url: 'x' },
    });
    assert.equal(picture.editor.actions.get('text:mark-same'), undefined);
    const host = open([span('a', 4, 7, 'LOC')]);
    assert.equal(run(host, 'mark-same'), false);
    runInAction(() => {
      host.editor.readonlyWished = true;
    });
    assert.equal(run(host, 'mark-same', 'a'), false);
    assert.equal(run(host, 'remove-same', 'a'), false);
    assert.equal(run(host, 'select-same', 'a'), true);
  });

  it('forgets its offer when something else is done', () => {
    const host = open([span('a', 4, 7, 'LOC')]);
    run(host, 'mark-same', 'a');
    host.editor.completion?.store.edit('Something', (write) => write.remove('regions', 'a'));
    assert.equal(said(host), undefined);
  });
});

describe('text:select-same', () => {
  it('selects regions with the same text, whatever their labels, but none that is hidden', () => {
    const host = open([
      span('a', 4, 7, 'LOC'),
      span('b', 36, 39, 'PER'),
      span('c', 18, 21, 'LOC'),
      span('d', 43, 46, 'LOC'),
    ]);
    host.editor.selection.hide(['d'], true);
    run(host, 'select-same', 'a');
    assert.deepEqual(host.editor.selection.ids, ['a', 'b']);
    assert.equal(said(host), '1 more selected');
    run(host, 'select-same', 'c');
    assert.equal(said(host), 'No other region marks this text.');
  });
});

describe('text:remove-same', () => {
  it('deletes regions with the same text and labels that are not locked, as one step', () => {
    const given = [
      span('a', 4, 7, 'LOC'),
      span('b', 36, 39, 'PER'),
      span('c', 43, 46, 'LOC'),
      span('d', 0, 3, 'LOC'),
      span('e', 43, 46, 'LOC', { readonly: true }),
    ];
    const host = open(given);
    run(host, 'remove-same', 'a');
    assert.deepEqual(
      results(host).map(({ id }) => id),
      ['b', 'd', 'e'],
    );
    assert.equal(said(host), '2 deleted. 1 is locked');
    host.editor.notices.current?.offer?.run();
    assert.deepEqual(results(host), given);
  });
});
