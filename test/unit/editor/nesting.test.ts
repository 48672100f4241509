import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { box, editing, resultsOf } from '../../support/editing.js';

const config = `<View><RectangleLabels name="box" toName="img" groupDepth="2">
<Label value="Car" groupCanContain="Wheel,Door"/><Label value="Wheel"/><Label value="Tree"/><Label value="Door" alias="dr"/>
</RectangleLabels><Image name="img" value="$url"/></View>`;

const parents = (host: ReturnType<typeof editing>) =>
  Object.fromEntries(resultsOf(host).flatMap(({ id, parentID }) => (parentID === undefined ? [] : [[id, parentID]])));
const said = (host: ReturnType<typeof editing>) => host.editor.notices.current?.message;

function nested(result: readonly object[], ...ids: string[]) {
  const host = editing(config, result);
  host.editor.select(ids);
  host.editor.actions.run('nest');
  return host;
}

describe('nesting', () => {
  it('puts what is selected under the first, as one step, and takes it out again', () => {
    const given = [box('w', 0, 0, 'Wheel'), box('c', 10, 0), box('d', 20, 0, 'dr')];
    const host = nested(given, 'c', 'w', 'd');
    assert.deepEqual(parents(host), { w: 'c', d: 'c' });
    host.editor.select(['w']);
    assert.ok(host.editor.actions.run('unnest'));
    assert.deepEqual(parents(host), { d: 'c' });
    host.editor.actions.run('undo');
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), given);
    host.editor.notices.dismiss();
  });

  it('keeps to the labels that a label can contain: all or nothing', () => {
    const host = nested([box('c', 0, 0), box('w', 10, 0, 'Wheel'), box('t', 20, 0, 'Tree')], 'c', 'w', 't');
    assert.deepEqual(parents(host), {});
    assert.match(said(host) ?? '', /Car can hold Wheel, Door, but not Tree/);
    host.editor.notices.dismiss();
  });

  it('makes no cycles, however long', () => {
    const child = (id: string, parentID: string) => box(id, 0, 0, 'Tree', { parentID });
    const given = [box('a', 0, 0, 'Tree'), child('b', 'a'), child('c', 'b')];
    for (const [parent, moved] of [
      ['b', 'a'],
      ['c', 'a'],
      ['c', 'b'],
    ] as const) {
      const host = nested(given, parent, moved);
      assert.deepEqual(resultsOf(host), given, `${moved} under ${parent}`);
      assert.match(said(host) ?? '', /one of its own parts/);
      host.editor.notices.dismiss();
    }
  });

  it('goes no deeper than the control says, what hangs on a region counted', () => {
    const given = [
      box('a', 0, 0, 'Tree'),
      box('b', 0, 0, 'Tree', { parentID: 'a' }),
      box('c', 0, 0, 'Tree', { parentID: 'b' }),
      box('x', 0, 0, 'Tree'),
      box('y', 0, 0, 'Tree', { parentID: 'x' }),
    ];
    assert.match(said(nested(given, 'c', 'x')) ?? '', /nested 2 deep here; this would be 4/);
    assert.match(said(nested(given, 'b', 'x')) ?? '', /this would be 3/);
    assert.deepEqual(parents(nested(given, 'a', 'x')), { b: 'a', c: 'b', x: 'a', y: 'x' });
  });

  it('leaves what is locked', () => {
    const host = editing(config, [box('a', 0, 0, 'Tree'), box('b', 0, 0, 'Tree'), box('c', 0, 0, 'Tree')]);
    host.editor.selection.lock(['b'], true);
    host.editor.select(['a', 'b', 'c']);
    host.editor.actions.run('nest');
    assert.deepEqual(parents(host), { c: 'a' });
  });
});
