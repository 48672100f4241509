import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { restore } from '../../../../src/editor/history/restore.js';
import { box, editing, resultsOf } from '../../../support/editing.js';

const config = `<View><Image name="img" value="$url"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Choices name="scene" toName="img"><Choice value="Town"/><Choice value="Sea"/></Choices></View>`;
const scene = (...choices: string[]) => ({
  id: 's',
  from_name: 'scene',
  to_name: 'img',
  type: 'choices',
  value: { choices },
});
const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left' };

describe('restore', () => {
  it('puts the results in place of what is there, as one step', () => {
    const now = [box('a', 0, 0), box('c', 40, 0), scene('Town')];
    const then = [box('a', 5, 5), box('b', 20, 0), scene('Sea'), relation];
    const host = editing(config, now);
    assert.equal(restore(host.editor, then, 'Go back'), true);
    assert.deepEqual(resultsOf(host), then);
    assert.equal(host.editor.completion?.store.history.undoLabel, 'Go back');
    assert.equal(host.changes.length, 1);
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), now);
  });

  it('does not touch what is the same in both', () => {
    const host = editing(config, [box('a', 0, 0), box('b', 20, 0)]);
    const before = host.editor.doc.regions.get('a');
    restore(host.editor, [box('a', 0, 0), box('b', 21, 0)], 'Go back');
    assert.equal(host.editor.doc.regions.get('a'), before);
    assert.deepEqual(new Set(host.changes[0]?.changes.map(({ id }) => id)), new Set(['b', 'b/box']));
  });

  it('makes no step where nothing is different', () => {
    const results = [box('a', 0, 0), scene('Town')];
    const host = editing(config, results);
    assert.equal(restore(host.editor, structuredClone(results), 'Go back'), false);
    assert.equal(host.editor.completion?.store.history.steps.length, 0);
  });

  it('leaves alone what may not be changed', () => {
    const fixed = { ...box('a', 0, 0), readonly: true };
    const host = editing(config, [fixed, box('b', 20, 0)]);
    restore(host.editor, [box('c', 40, 0)], 'Go back');
    assert.deepEqual(new Set(resultsOf(host).map(({ id }) => id)), new Set(['a', 'c']));
    restore(host.editor, [{ ...box('a', 9, 9), readonly: false }], 'Go back');
    assert.deepEqual(resultsOf(host), [fixed]);
  });

  it('keeps what cannot be read as it came', () => {
    const odd = [7, { type: 'choices' }, { id: 'z', from_name: 'gone', to_name: 'img', type: 'gone', value: { x: 1 } }];
    const host = editing(config, [box('a', 0, 0)]);
    assert.equal(restore(host.editor, odd as never, 'Go back'), true);
    assert.deepEqual(resultsOf(host), odd);
  });
});
