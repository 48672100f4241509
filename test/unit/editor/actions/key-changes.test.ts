import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  changedKeys,
  changeKeys,
  isSeveral,
  resetAllKeys,
  resetKeys,
} from '../../../../src/editor/actions/key-changes.js';
import { keptOf } from '../../../../src/editor/keeping/kept.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { editing } from '../../../support/editing.js';

const config = '<View><Labels name="l" toName="t"><Label value="A"/></Labels><Text name="t" value="$url"/></View>';

/** An editor whose keys follow what is kept, as on a page. */
function changing() {
  const { editor } = editing(config, []);
  const { actions } = editor;
  actions.add([{ name: 'move', title: 'Move', group: 'Edit', keys: 'left, right', run: () => {} }]);
  const entry = (name: string) => {
    const found = actions.get(name);
    assert.ok(found);
    return found;
  };
  return {
    editor,
    entry,
    keys: (name: string) => actions.boundTo(entry(name)),
    change(name: string, place: number, keys: string | undefined) {
      changeKeys(editor, entry(name), place, keys);
      runInAction(() => {
        actions.userKeymap = keptOf(editor, 'keys').value;
      });
    },
    follow() {
      runInAction(() => {
        actions.userKeymap = keptOf(editor, 'keys').value;
      });
    },
  };
}

describe('changeKeys', () => {
  it('puts keys in place of others, adds some, and takes some away', () => {
    const { change, keys } = changing();
    change('redo', 0, 'ctrl+u');
    assert.deepEqual(keys('redo'), ['ctrl+u', 'ctrl+y']);
    change('redo', 2, ',');
    assert.deepEqual(keys('redo'), ['ctrl+u', 'ctrl+y', ',']);
    change('redo', 0, undefined);
    assert.deepEqual(keys('redo'), ['ctrl+y', ',']);
  });

  it('leaves none where all are taken away', () => {
    const { change, keys, editor } = changing();
    change('undo', 0, undefined);
    assert.deepEqual(keys('undo'), []);
    assert.deepEqual(changedKeys(editor), { undo: false });
  });

  it('keeps nothing of what is as it was', () => {
    const { change, editor } = changing();
    change('undo', 0, 'ctrl+u');
    change('undo', 0, 'ctrl+z');
    assert.deepEqual(changedKeys(editor), {});
  });

  it('counts from the keys of the host, where it gave some', () => {
    const { change, editor, keys } = changing();
    runInAction(() => {
      editor.actions.keymap = { undo: 'ctrl+h', redo: false };
    });
    change('undo', 1, 'x');
    assert.deepEqual(keys('undo'), ['ctrl+h', 'x']);
    change('undo', 1, undefined);
    change('redo', 0, 'y');
    change('redo', 0, undefined);
    assert.deepEqual(changedKeys(editor), {});
  });

  it('keeps the places of keys that each mean something else', () => {
    const { change, keys, entry } = changing();
    assert.equal(isSeveral(entry('move')), true);
    assert.equal(isSeveral(entry('redo')), false);
    change('move', 1, 'left');
    assert.deepEqual(keys('move'), ['left', 'left']);
  });
});

describe('resetKeys', () => {
  it('has one action, or all, as they were', () => {
    const { change, keys, editor, entry, follow } = changing();
    change('undo', 0, 'a');
    change('redo', 0, 'b');
    resetKeys(editor, entry('undo'));
    follow();
    assert.deepEqual([keys('undo'), keys('redo')], [['ctrl+z'], ['b', 'ctrl+y']]);
    resetAllKeys(editor);
    follow();
    assert.deepEqual(keys('redo'), ['ctrl+shift+z', 'ctrl+y']);
  });
});
