import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchReader } from '../../../src/editor/loading/reader.js';
import { EditorState } from '../../../src/editor/state.js';
import { eventually, runInAction } from '../../../src/reactive/index.js';
import { PluginRegistry } from '../../../src/store/registry.js';
import { headless } from '../../support/headless.js';

const clean =
  '<View><Text name="t" value="$t"/><Choices name="c"><Choice value="A"/><Choice value="B"/></Choices></View>';
const cut = clean.replace('</View>', '');
const result = [{ id: 'r', from_name: 'c', to_name: 't', type: 'choices', value: { choices: ['B'] } }];
const task = { id: 1, data: { t: 'x' }, annotations: [{ id: 9, result }] };
const codesOf = ({ problems }: EditorState) => problems.map(({ code }) => code);
const read = (state: EditorState) => eventually(() => !state.isFetching);

describe('fetchReader', () => {
  it('fetches nothing for a config in which nothing is wrong, nor for none', () => {
    for (const config of [clean, '']) {
      const { editor } = headless(config, task);
      assert.deepEqual([editor.isFetching, editor.readAny], [false, undefined]);
      editor.dispose();
    }
  });

  it('has a malformed config count as empty until its reader is there, and results go out as they came', async () => {
    const { editor } = headless(cut, task);
    assert.deepEqual([editor.isFetching, editor.config.nodes, editor.problems], [true, [], []]);
    assert.equal(editor.completion, undefined);
    assert.deepEqual(editor.toJson()?.result, result);
    await read(editor);
    assert.deepEqual(codesOf(editor), ['config/malformed']);
    assert.ok(editor.config.byName.has('c'));
    assert.equal(editor.doc.values.size, 1);
    assert.deepEqual(editor.toJson()?.result, result);
    editor.dispose();
  });

  it('reads further malformed configs at once', async () => {
    const { editor } = headless(cut, task);
    await read(editor);
    runInAction(() => {
      editor.configText = '<View a="1" a="2"/>';
    });
    assert.equal(codesOf(editor)[0], 'config/malformed');
    runInAction(() => {
      editor.configText = clean;
    });
    assert.deepEqual(codesOf(editor), []);
    editor.dispose();
  });

  it('comes in time for results that are added before', async () => {
    const { editor } = headless(cut, { id: 1, data: { t: 'x' }, annotations: [{ id: 9, result: [] }] });
    editor.openNow(() => editor.saving.addResults(result, 'prediction'));
    await read(editor);
    assert.equal(editor.doc.values.size, 1);
    editor.dispose();
  });

  it('says so where it cannot be had, as long as the config is malformed', async () => {
    const state = new EditorState(new PluginRegistry(), () => 0);
    fetchReader(state, () => Promise.reject(new Error('no network')));
    runInAction(() => Object.assign(state, { configText: cut, taskInput: task }));
    await read(state);
    assert.deepEqual(codesOf(state), ['tag/load-failed']);
    assert.match(state.problems[0]?.message ?? '', /no network/);
    runInAction(() => {
      state.configText = '';
    });
    assert.deepEqual(codesOf(state), ['config/empty']);
    state.scope.dispose();
  });
});
