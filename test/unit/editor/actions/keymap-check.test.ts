import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkKeymap } from '../../../../src/editor/actions/keymap-check.js';
import { settingsActions } from '../../../../src/editor/actions/settings-actions.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { editing } from '../../../support/editing.js';

const config = '<View><Labels name="l" toName="t"><Label value="A"/></Labels><Text name="t" value="$url"/></View>';

function check(keymap: object): readonly string[] {
  const { editor } = editing(config, []);
  editor.actions.add(settingsActions(editor));
  runInAction(() => {
    editor.actions.keymap = keymap as Record<string, unknown>;
  });
  return checkKeymap(editor).map(({ code, severity, message }) => `${severity} ${code} ${message}`);
}

describe('checkKeymap', () => {
  it('has nothing against what can be', () => {
    assert.deepEqual(check({}), []);
    assert.deepEqual(check({ undo: 'ctrl+u', redo: false, 'tool:polygon': 'g', 'img:Zoom in': 'z', 'l:A': 'a' }), []);
  });

  it('names an action that there is not, and the one that was meant', () => {
    const [problem, ...others] = check({ undoo: 'ctrl+u' });
    assert.match(problem ?? '', /^warning config\/keymap-unknown .*"undoo".*Did you mean "undo"\?$/);
    assert.deepEqual(others, []);
    assert.match(check({ 'annotation-submit-it': 'x' })[0] ?? '', /sheet of keys/);
  });

  it('names keys that nobody can press, and what are no keys', () => {
    assert.match(check({ undo: 'ctlr+u' })[0] ?? '', /keymap-malformed .*"undo".*there is no key "ctlr"/);
    for (const odd of [5, null, true, {}, ['a']])
      assert.match(check({ undo: odd })[0] ?? '', /keymap-malformed .*"undo"/);
  });

  it('names keys that are for two actions', () => {
    assert.match(check({ redo: 'ctrl+z' })[0] ?? '', /keymap-conflict .*Ctrl\+Z for both "undo" and "redo"/);
    assert.deepEqual(check({ redo: 'ctrl+z', undo: 'ctrl+y' }), []);
  });

  it('knows all actions that the sources name, whether or not they are in the table', () => {
    const sources = readdirSync('src/editor', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('-actions.ts') || path.startsWith('editing/'))
      .map((path) => readFileSync(`src/editor/${path}`, 'utf8'));
    const names = sources.flatMap((text) =>
      [...text.matchAll(/^ +name: '([\w:-]+)',$/gm)].map((found) => found[1] ?? ''),
    );
    assert.ok(names.length > 30);
    assert.deepEqual(
      check(Object.fromEntries(names.map((name, index) => [name, `ctrl+alt+f${(index % 24) + 1}`]))).filter((said) =>
        /unknown/.test(said),
      ),
      [],
    );
  });
});
