import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moveRegions, type Place } from '../../../../src/editor/outline/moving.js';
import { box, editing, resultsOf } from '../../../support/editing.js';

const config = `<View><RectangleLabels name="box" toName="img" groupDepth="2">
<Label value="Car" groupCanContain="Wheel"/><Label value="Wheel"/></RectangleLabels>
<Choices name="state" toName="img" perRegion="true"><Choice value="New"/></Choices><Image name="img" value="$url"/></View>`;
const wheel = (id: string, more: object = {}) => box(id, 0, 0, 'Wheel', more);
const said = (id: string) => ({
  id,
  from_name: 'state',
  to_name: 'img',
  type: 'choices',
  value: { x: 0, choices: ['New'] },
});

function moved(result: readonly object[], ids: readonly string[], place: Place) {
  const host = editing(config, result);
  const { editor } = host;
  const parentOf = (id: string) => {
    const parent = editor.doc.regions.get(id)?.parentId;
    return editor.doc.regions.has(parent ?? '') ? parent : undefined;
  };
  const changed = moveRegions(editor, ids, place, parentOf);
  return { ...host, changed, parentOf, move: (each: string[], to: Place) => moveRegions(editor, each, to, parentOf) };
}
const ids = (host: Parameters<typeof resultsOf>[0]) => resultsOf(host).map(({ id }) => id);

describe('moveRegions', () => {
  it('puts regions between others, in the order given, and undoes it in one step', () => {
    const given = ['a', 'b', 'c', 'd'].map((id) => wheel(id));
    const host = moved(given, ['d', 'a'], { parentId: undefined, after: 'b', before: 'c' });
    assert.equal(host.changed, true);
    assert.deepEqual(ids(host), ['b', 'd', 'a', 'c']);
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), given);
    assert.equal(host.editor.completion?.store.history.undoLabel, undefined);
  });

  it('puts them first and last', () => {
    const given = ['a', 'b', 'c'].map((id) => wheel(id));
    assert.deepEqual(ids(moved(given, ['c'], { parentId: undefined, before: 'a' })), ['c', 'a', 'b']);
    assert.deepEqual(ids(moved(given, ['a'], { parentId: undefined, after: 'c' })), ['b', 'c', 'a']);
  });

  it('takes along what is said of them', () => {
    const given = [wheel('a'), said('a'), wheel('b'), said('b'), wheel('c')];
    const host = moved(given, ['b'], { parentId: undefined, before: 'a' });
    const order = resultsOf(host).map(({ id, type }) => `${id} ${type}`);
    assert.deepEqual(order, ['b rectanglelabels', 'b choices', 'a rectanglelabels', 'a choices', 'c rectanglelabels']);
  });

  it('nests and places in one step, and takes out again', () => {
    const given = [box('car', 0, 0), wheel('a', { parentID: 'car' }), wheel('b')];
    const host = moved(given, ['b'], { parentId: 'car', before: 'a' });
    assert.deepEqual(ids(host), ['car', 'b', 'a']);
    assert.equal(resultsOf(host)[1]?.parentID, 'car');
    assert.equal(host.move(['a'], { parentId: undefined, before: 'car' }), true);
    assert.deepEqual(ids(host), ['a', 'car', 'b']);
    assert.equal(resultsOf(host)[0]?.parentID, undefined);
    host.editor.actions.run('undo');
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), given);
  });

  it('changes nothing where they stand already', () => {
    const given = [box('car', 0, 0), wheel('a', { parentID: 'car' }), wheel('b', { parentID: 'car' })];
    assert.equal(moved(given, ['b'], { parentId: 'car', after: 'a' }).changed, false);
    assert.equal(moved(given, ['b'], { parentId: 'car' }).changed, false);
    assert.equal(moved(given, ['car'], { parentId: undefined }).changed, false);
    // A parent that is not there is none: it is not taken away behind the user's back.
    assert.equal(moved([wheel('a', { parentID: 'gone' })], ['a'], { parentId: undefined }).changed, false);
  });

  it('moves all or none: no ring, nothing that a label cannot hold', () => {
    const given = [box('car', 0, 0), wheel('a', { parentID: 'car' }), box('other', 0, 0)];
    const ring = moved(given, ['car'], { parentId: 'a' });
    assert.equal(ring.changed, false);
    assert.match(ring.editor.notices.current?.message ?? '', /one of its own parts/);
    const wrong = moved(given, ['a', 'car'], { parentId: 'other' });
    assert.equal(wrong.changed, false);
    assert.match(wrong.editor.notices.current?.message ?? '', /Car can hold Wheel, but not Car/);
    assert.deepEqual(resultsOf(wrong), given);
    for (const { editor } of [ring, wrong]) editor.notices.dismiss();
  });

  it('leaves what is locked or read only', () => {
    const given = [wheel('a', { readonly: true }), wheel('b'), wheel('c')];
    const host = moved(given, ['a', 'c'], { parentId: undefined, before: 'b' });
    assert.deepEqual(ids(host), ['a', 'c', 'b']);
    host.editor.selection.lock(['b'], true);
    assert.equal(host.move(['b'], { parentId: undefined, before: 'a' }), false);
  });

  it('says of what a model made that a person changed it when it gets another parent, not when it is put elsewhere', () => {
    const given = [box('car', 0, 0), wheel('a', { origin: 'prediction' }), wheel('b')];
    const origins = (host: Parameters<typeof resultsOf>[0]) =>
      resultsOf(host).map(({ id, origin }) => `${id} ${origin}`);
    const placed = moved(given, ['a'], { parentId: undefined, after: 'b' });
    assert.deepEqual(origins(placed), ['car undefined', 'b undefined', 'a prediction']);
    const nested = moved(given, ['a'], { parentId: 'car' });
    assert.deepEqual(origins(nested), ['car undefined', 'a prediction-changed', 'b undefined']);
    nested.editor.actions.run('undo');
    assert.deepEqual(resultsOf(nested), given);
  });

  it('finds room between the same two however often it is asked to', () => {
    const host = moved([wheel('a'), wheel('b'), wheel('c')], ['c'], { parentId: undefined, after: 'a', before: 'b' });
    // Each halves the room before b; fractions end after some fifty.
    for (let round = 0; round < 70; round++) {
      const [first, second] = round % 2 === 0 ? ['a', 'c'] : ['c', 'a'];
      assert.equal(
        host.move([first as string], { parentId: undefined, after: second, before: 'b' }),
        true,
        `round ${round}`,
      );
      assert.deepEqual(ids(host), [second, first, 'b']);
    }
  });
});
