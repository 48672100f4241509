import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Editor } from '../../../../src/editor/editor.js';
import { keep } from '../../../../src/editor/keeping/keeping.js';
import { keptOf } from '../../../../src/editor/keeping/kept.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { editing } from '../../../support/editing.js';
import { LocalStorage, withLocalStorage } from '../../../support/local-storage.js';

const config = '<View><Text name="t" value="$url"/></View>';
let storage: LocalStorage;
let takeDown = () => {};
let spaces = 0;
/** Kept values are shared by a page for good. */
let space = '';
beforeEach(() => {
  storage = new LocalStorage();
  takeDown = withLocalStorage(storage);
  space = `test-${++spaces}`;
});
afterEach(() => takeDown());

function open(page: EventTarget = new EventTarget(), namespace = space): Editor {
  const { editor } = editing(config, []);
  runInAction(() => {
    editor.storage = namespace;
  });
  keep(editor, editor.scope, page);
  return editor;
}
const stored = (part: string): unknown => JSON.parse(storage.items.get(`le:${space}:${part}`) ?? '{}');
/** Another tab puts something there. */
function fromElsewhere(page: EventTarget, part: string, value: object): void {
  const key = `le:${space}:${part}`;
  storage.items.set(key, JSON.stringify(value));
  page.dispatchEvent(Object.assign(new Event('storage'), { key }));
}

describe('keep', () => {
  it('keeps what the user changes, and nothing else', () => {
    const editor = open();
    assert.equal(storage.items.size, 0);
    editor.settings.toggle('showLabels');
    runInAction(() => {
      editor.settings.regionSort = 'area';
      editor.layout.panelShown = false;
    });
    assert.deepEqual(stored('settings'), { showLabels: true, regionSort: 'area' });
    assert.deepEqual(stored('layout'), { panelShown: false });
    const next = open();
    assert.deepEqual(
      [next.settings.showLabels, next.settings.regionSort, next.layout.panelShown],
      [true, 'area', false],
    );
  });

  it('keeps what was changed before it was there', () => {
    const { editor } = editing(config, []);
    runInAction(() => {
      editor.storage = space;
    });
    editor.settings.toggle('snapping');
    keep(editor, editor.scope, new EventTarget());
    assert.equal(editor.settings.snapping, true);
    assert.deepEqual(stored('settings'), { snapping: true });
  });

  it('shows a change of a setting in the other editors of the page, not of the layout', () => {
    const [one, other, apart] = [open(), open(), open(undefined, `${space}-apart`)];
    one.settings.toggle('showLabels');
    runInAction(() => {
      one.layout.panelTab = 'history';
    });
    assert.deepEqual([other.settings.showLabels, apart.settings.showLabels], [true, false]);
    assert.equal(other.layout.panelTab, 'regions');
    other.settings.toggle('showLabels');
    assert.equal(one.settings.showLabels, false);
  });

  it('takes over what another tab changes, and keeps both changes', () => {
    const page = new EventTarget();
    const editor = open(page);
    editor.settings.toggle('showLabels');
    fromElsewhere(page, 'settings', { showLabels: true, snapping: true, regionGroup: 7 });
    assert.deepEqual([editor.settings.snapping, editor.settings.regionGroup], [true, 'none']);
    // A change that no event told of.
    storage.items.set(`le:${space}:settings`, '{"showLabels":true,"snapping":true,"smoothing":false}');
    editor.settings.toggle('continuousLabeling');
    assert.deepEqual(stored('settings'), {
      showLabels: true,
      snapping: true,
      smoothing: false,
      continuousLabeling: true,
    });
    fromElsewhere(page, 'keys', { undo: 'x', redo: 9 });
    assert.deepEqual(editor.actions.boundTo(editor.actions.get('undo') as never), ['x']);
  });

  it('begins with what the host wishes until the user says otherwise', () => {
    const editor = open();
    runInAction(() => {
      editor.wishedSettings = { showLabels: true, snapping: true };
    });
    assert.deepEqual([editor.settings.showLabels, stored('settings')], [true, {}]);
    editor.settings.toggle('showLabels');
    runInAction(() => {
      editor.wishedSettings = { showLabels: true, snapping: false };
    });
    assert.deepEqual([editor.settings.showLabels, editor.settings.snapping], [false, false]);
    keptOf(editor, 'settings').clear();
    assert.equal(editor.settings.showLabels, true);
  });

  it('goes on where nothing can be kept', () => {
    storage.refuse = true;
    const [editor, other] = [open(), open()];
    editor.settings.toggle('showLabels');
    editor.settings.toggle('snapping');
    assert.deepEqual([other.settings.showLabels, other.settings.snapping], [true, true]);
  });

  it('keeps nothing in the browser, and shares nothing, with the namespace none', () => {
    const [editor, other] = [open(undefined, 'none'), open(undefined, 'none')];
    editor.settings.toggle('showLabels');
    runInAction(() => {
      editor.wishedSettings = { showLabels: false, snapping: true };
    });
    assert.deepEqual([editor.settings.showLabels, editor.settings.snapping], [true, true]);
    assert.equal(other.settings.showLabels, false);
    assert.equal(storage.items.size, 0);
  });

  it('takes over another namespace, and leaves the one before as it was', () => {
    const editor = open();
    editor.settings.toggle('showLabels');
    runInAction(() => {
      editor.storage = `${space}-other`;
    });
    assert.equal(editor.settings.showLabels, false);
    editor.settings.toggle('snapping');
    assert.deepEqual(stored('settings'), { showLabels: true });
    runInAction(() => {
      editor.storage = space;
    });
    assert.deepEqual([editor.settings.showLabels, editor.settings.snapping], [true, false]);
  });
});
