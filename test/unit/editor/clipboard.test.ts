import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copied, paste, resultsIn } from '../../../src/editor/editing/clipboard.js';
import { pasteText } from '../../../src/editor/editing/clipboard-actions.js';
import type { Dict, Json } from '../../../src/model/json.js';
import { box, editing, resultsOf } from '../../support/editing.js';
import type { Headless } from '../../support/headless.js';

const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Wheel"/></RectangleLabels>
<Choices name="kind" toName="img" perRegion="true"><Choice value="Old"/></Choices>
<Image name="img" value="$url"/></View>`;
const given = [
  box('a', 10, 10),
  {
    id: 'a',
    from_name: 'kind',
    to_name: 'img',
    type: 'choices',
    value: { ...box('a', 10, 10).value, choices: ['Old'] },
  },
  box('b', 30, 10, 'Wheel', { parentID: 'a', readonly: true, score: 0.5, origin: 'prediction' }),
  { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' },
];

const copyOf = (host: Headless, ...ids: string[]): readonly Json[] => {
  const found = resultsIn(copied(host.editor, ids) ?? '');
  assert.ok(Array.isArray(found));
  return found as readonly Json[];
};
const added = (host: Headless, before = given.length) => resultsOf(host).slice(before) as (Dict & { value: Dict })[];
const dismissed = (host: Headless) => {
  const message = host.editor.notices.current?.message ?? '';
  host.editor.notices.dismiss();
  return message;
};

describe('clipboard', () => {
  it('copies regions with their answers, their parents and the relations among them', () => {
    const host = editing(config, given);
    paste(host.editor, copyOf(host, 'a', 'b'), 'Paste');
    const news = resultsOf(host).filter(
      (result) => !given.some((one) => JSON.stringify(one) === JSON.stringify(result)),
    );
    const [car, kind, wheel, relation] = news as (Dict & { value: Dict })[];
    assert.equal(news.length, 4);
    assert.notEqual(car?.id, 'a');
    assert.equal(kind?.id, car?.id);
    assert.deepEqual(kind?.value.choices, ['Old']);
    assert.equal(wheel?.parentID, car?.id);
    assert.deepEqual([relation?.from_id, relation?.to_id], [car?.id, wheel?.id]);
    // A copy is drawn by hand and may be edited.
    assert.deepEqual([wheel?.origin, wheel?.readonly, wheel?.score], ['manual', undefined, undefined]);
    assert.deepEqual(host.editor.selection.ids, [car?.id, wheel?.id]);
  });

  it('moves the copies together off what lies in their place, time and again, and is one step', () => {
    const host = editing(config, given);
    const results = copyOf(host, 'a', 'b');
    paste(host.editor, results, 'Paste');
    paste(host.editor, results, 'Paste');
    const places = [...host.editor.doc.regions.values()].map(({ geometry }) => {
      const { x, y } = geometry as { x: number; y: number };
      return [x, y];
    });
    // Ten pixels are 2.5 percent of the width and 5 of the height.
    assert.deepEqual(places, [
      [10, 10],
      [30, 10],
      [12.5, 15],
      [32.5, 15],
      [15, 20],
      [35, 20],
    ]);
    host.editor.actions.run('undo');
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), given);
  });

  it('keeps them on the picture', () => {
    const host = editing(config, [box('corner', 90, 90)]);
    paste(host.editor, copyOf(host, 'corner'), 'Paste');
    const [copy] = added(host, 1);
    assert.deepEqual([copy?.value.x, copy?.value.y], [87.5, 85]);
  });

  it('puts them where they were if nothing lies there', () => {
    const host = editing(config, given);
    const results = copyOf(host, 'a');
    host.editor.select(['a']);
    host.editor.actions.run('delete');
    paste(host.editor, results, 'Paste');
    const [copy] = added(host, 1);
    assert.deepEqual([copy?.value.x, copy?.value.y], [10, 10]);
  });

  it('duplicates within the group', () => {
    const host = editing(config, given);
    host.editor.select(['b']);
    host.editor.actions.run('duplicate');
    const [id] = host.editor.selection.ids;
    assert.equal(host.editor.doc.regions.get(id ?? '')?.parentId, 'a');
  });

  it('puts them on the page on show', () => {
    const host = editing(
      config.replace('value="$url"', 'valueList="$urls"'),
      [{ ...box('a', 10, 10), item_index: 0 }],
      {
        urls: ['x', 'y'],
      },
    );
    const { editor } = host;
    editor.facts.set('img', { width: 400, height: 200, items: 2 });
    const results = copyOf(host, 'a');
    editor.facts.show('img', 1);
    editor.facts.set('img', { width: 400, height: 200, items: 2 });
    paste(editor, results, 'Paste');
    const [copy] = added(host, 1);
    assert.deepEqual([copy?.item_index, copy?.value.x], [1, 10]);
  });

  it('says what this config cannot draw, and pastes the rest', () => {
    const host = editing(config, given);
    const other = { ...box('p', 1, 1), from_name: 'p', type: 'polygonlabels', value: { points: [[1, 1]] } };
    paste(host.editor, [...copyOf(host, 'a'), other], 'Paste');
    assert.match(dismissed(host), /1 of 2 regions were not pasted/);
    assert.equal(host.editor.doc.regions.size, 3);
    paste(host.editor, [{ ...other, to_name: 'elsewhere' }], 'Paste');
    assert.match(dismissed(host), /Nothing was pasted/);
    assert.equal(host.editor.doc.regions.size, 3);
  });

  it('ignores what is not ours, says what is broken, and leaves a read-only completion alone', () => {
    const host = editing(config, given);
    for (const text of ['', 'a word', '{"type":"else","results":[]}', '[1,2]'])
      assert.equal(pasteText(host.editor, text), false);
    const text = copied(host.editor, ['a']) ?? '';
    assert.equal(pasteText(host.editor, text.slice(0, -20)), true);
    assert.match(dismissed(host), /cut short/);
    assert.equal(pasteText(host.editor, '{"type":"label-editor/results","results":3}'), true);
    assert.match(dismissed(host), /cut short/);
    pasteText(host.editor, '{"type":"label-editor/results","results":[null, 4, {"type":"relation"}, {"id":{}}]}');
    dismissed(host);
    assert.deepEqual(resultsOf(host), given);
    host.editor.readonlyWished = true;
    pasteText(host.editor, text);
    assert.deepEqual(resultsOf(host), given);
  });

  it('uses no label more often than it may be', () => {
    const host = editing(config.replace('<Label value="Car"/>', '<Label value="Car" maxUsages="2"/>'), given);
    const results = copyOf(host, 'a');
    paste(host.editor, results, 'Paste');
    assert.equal(host.editor.doc.regions.size, 3);
    paste(host.editor, results, 'Paste');
    assert.match(dismissed(host), /can't use Car more than 2/);
    assert.equal(host.editor.doc.regions.size, 3);
  });

  it('copies nothing where nothing is selected', () => {
    assert.equal(copied(editing(config, given).editor, []), undefined);
  });
});
