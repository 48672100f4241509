import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Relating } from '../../../src/editor/relations/relating.js';
import { box, editing, resultsOf } from '../../support/editing.js';
import type { Headless } from '../../support/headless.js';

const config = (
  choice = 'multiple',
) => `<View><Relations choice="${choice}"><Relation value="on"/><Relation value="by"/></Relations>
<RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels><Image name="img" value="$url"/></View>`;
const boxes = [box('a', 0, 0), box('b', 20, 0), box('c', 40, 0)];
const relation = (from: string, to: string, more: object = {}) => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction: 'right',
  ...more,
});

async function relate(result: readonly object[], xml = config()): Promise<[Headless, Relating]> {
  const host = editing(xml, result);
  const relating = await host.editor.relate();
  assert.ok(relating);
  return [host, relating];
}
const relationsOf = (host: Headless) => resultsOf(host).filter(({ type }) => type === 'relation');
const at = (relating: Relating, index: number) => {
  const found = relating.list[index];
  assert.ok(found);
  return found;
};

describe('Relating', () => {
  it('is fetched when there is a relation, and not before', async () => {
    const { editor } = editing(config(), [...boxes, relation('a', 'b')]);
    await editor.relate();
    assert.equal(editor.relating?.list.length, 1);
    assert.equal(editing(config(), boxes).editor.relating, undefined);
  });

  it('relates two regions, as one step, and picks the relation where there is something to say of it', async () => {
    const [host, relating] = await relate(boxes);
    relating.begin('a');
    assert.equal(relating.finish('b'), true);
    assert.deepEqual(relationsOf(host), [relation('a', 'b')]);
    assert.equal(relating.picked, relating.list[0]);
    assert.equal(relating.opened, true);
    assert.deepEqual(
      host.editor.completion?.store.history.steps.map(({ label }) => label),
      ['Relate regions'],
    );
    host.editor.actions.run('undo');
    assert.equal(relating.picked, undefined);
  });

  it('makes no relation of a region with itself, and no arrow twice', async () => {
    const [host, relating] = await relate([
      ...boxes,
      relation('a', 'b'),
      relation('c', 'a', { direction: 'left' }),
      relation('b', 'c', { direction: 'bi' }),
    ]);
    for (const [from, to] of ['aa', 'ab', 'ac', 'ca', 'bc', 'cb'] as const) {
      relating.begin(from as string);
      assert.equal(relating.finish(to as string), false, `${from} ${to}`);
      assert.notEqual(host.editor.notices.current, undefined);
      host.editor.notices.dismiss();
    }
    relating.begin('b');
    assert.equal(relating.finish('a'), true, 'the way back is another one');
    relating.begin('a');
    assert.equal(relating.finish('gone'), false);
    assert.equal(relationsOf(host).length, 4);
  });

  it('turns a relation: on, back, both ways', async () => {
    const [host, relating] = await relate([...boxes, relation('a', 'b')]);
    const directions = [0, 1, 2].map(() => {
      relating.turn(at(relating, 0));
      return relationsOf(host)[0]?.direction;
    });
    assert.deepEqual(directions, ['left', 'bi', 'right']);
    assert.deepEqual(relationsOf(host), [relation('a', 'b')]);
  });

  it('writes labels as they came once all is taken back', async () => {
    const given = [relation('a', 'b'), relation('b', 'c', { labels: [] }), relation('c', 'a', { labels: ['old'] })];
    const [host, relating] = await relate([...boxes, ...given]);
    for (const index of [0, 1, 2]) {
      relating.toggleLabel(at(relating, index), 'on');
      relating.toggleLabel(at(relating, index), 'on');
    }
    assert.deepEqual(relationsOf(host), given);
    relating.toggleLabel(at(relating, 2), 'by');
    assert.deepEqual(relationsOf(host)[2]?.labels, ['old', 'by']);
  });

  it('says one label at most where the config says so', async () => {
    const [host, relating] = await relate([...boxes, relation('a', 'b', { labels: ['old', 'on'] })], config('single'));
    relating.toggleLabel(at(relating, 0), 'by');
    assert.deepEqual(relationsOf(host)[0]?.labels, ['by']);
    relating.toggleLabel(at(relating, 0), 'by');
    assert.deepEqual(relationsOf(host)[0]?.labels, []);
  });

  it('lets either regions be selected or a relation be picked', async () => {
    const [{ editor }, relating] = await relate([...boxes, relation('a', 'b')]);
    editor.select(['a']);
    relating.pick(at(relating, 0).id);
    assert.deepEqual(editor.selection.ids, []);
    editor.select(['b']);
    assert.equal(relating.picked, undefined);
  });

  it('deletes what is picked and no region, by the same key', async () => {
    const [host, relating] = await relate([...boxes, relation('a', 'b')]);
    relating.pick(at(relating, 0).id);
    assert.equal(host.editor.actions.press('delete'), true);
    assert.deepEqual(resultsOf(host), boxes);
    host.editor.select(['a']);
    host.editor.actions.press('delete');
    assert.deepEqual(resultsOf(host), boxes.slice(1));
  });

  it('changes nothing where all is read-only', async () => {
    const [host, relating] = await relate([...boxes, relation('a', 'b')]);
    host.editor.readonlyWished = true;
    relating.begin('a');
    assert.equal(relating.source, undefined);
    relating.turn(at(relating, 0));
    relating.toggleLabel(at(relating, 0), 'on');
    relating.remove(at(relating, 0));
    assert.deepEqual(relationsOf(host), [relation('a', 'b')]);
  });
});
