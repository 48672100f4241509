import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Action, Actions } from '../../../../src/editor/actions/actions.js';
import { conflictsOf } from '../../../../src/editor/actions/key-conflicts.js';
import { box, editing } from '../../../support/editing.js';

const action = (name: string, keys: string, more: Partial<Action> = {}): Action => ({
  name,
  title: name,
  group: 'Edit',
  keys,
  run: () => {},
  ...more,
});

function conflicts(entries: readonly Action[], keymap: object): readonly string[] {
  const actions = new Actions();
  actions.add(entries);
  actions.userKeymap = keymap as Record<string, unknown>;
  return conflictsOf(actions).map(({ keys, one, other }) => `${keys}: ${one.name}, ${other.name}`);
}

describe('conflictsOf', () => {
  const [undo, redo] = [action('undo', 'ctrl+z'), action('redo', 'ctrl+y')];

  it('names two actions that were given the same keys', () => {
    assert.deepEqual(conflicts([undo, redo], {}), []);
    assert.deepEqual(conflicts([undo, redo], { redo: 'Control+Z' }), ['ctrl+z: undo, redo']);
    assert.deepEqual(conflicts([undo, redo], { redo: 'ctrl+z', undo: false }), []);
  });

  it('lets be what shares keys from the beginning', () => {
    const stop = action('stop', 'escape, enter', { enabled: () => false });
    const leave = action('leave', 'escape');
    assert.deepEqual(conflicts([stop, leave], {}), []);
    assert.deepEqual(conflicts([stop, leave], { stop: 'x', leave: 'x' }), []);
  });

  it('lets be tools that take turns, and not what else is in the group', () => {
    const tool = (name: string, keys: string) => action(name, keys, { group: 'Tools', active: () => false });
    assert.deepEqual(conflicts([tool('box', 'r'), tool('polygon', 'p')], { polygon: 'r' }), []);
    const size = action('size', ']', { group: 'Tools' });
    assert.deepEqual(conflicts([tool('box', 'r'), size], { size: 'r' }), ['r: box, size']);
  });

  it('lets be what the nearest of has the keys, but not two of the same', () => {
    const near = (name: string, group: string, keys: string) => action(name, keys, { group, near: () => 0 });
    assert.deepEqual(conflicts([near('left', 'img', 'a'), near('back', 'sound', 'b')], { back: 'a' }), []);
    assert.deepEqual(conflicts([near('left', 'img', 'a'), near('back', 'img', 'b')], { back: 'a' }), ['a: left, back']);
    assert.deepEqual(conflicts([near('left', 'img', 'a'), action('back', 'b')], { back: 'a' }), ['a: left, back']);
  });

  it('has none among the keys of the beginning', () => {
    const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
      <PolygonLabels name="ring" toName="img"><Label value="Lake"/></PolygonLabels><Vector name="line" toName="img"/>
      <BrushLabels name="area" toName="img"><Label value="Sky"/></BrushLabels><Image name="img" value="$url"/></View>`;
    const { editor } = editing(config, [box('a', 0, 0)]);
    editor.actions.add(editor.toolbox.actions);
    assert.ok(editor.actions.all.length > 40);
    assert.deepEqual(conflictsOf(editor.actions), []);
  });
});
