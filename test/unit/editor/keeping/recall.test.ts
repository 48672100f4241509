import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { fill, lookUp, placeOf } from '../../../../src/editor/keeping/recall.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { Settings } from '../../../../src/store/settings.js';
import { editing } from '../../../support/editing.js';
import { LocalStorage, withLocalStorage } from '../../../support/local-storage.js';

const config = '<View><Text name="t" value="$url"/></View>';
let storage: LocalStorage;
let takeDown = () => {};
beforeEach(() => {
  storage = new LocalStorage();
  takeDown = withLocalStorage(storage);
});
afterEach(() => takeDown());

describe('lookUp', () => {
  it('finds nothing where nothing is kept, where it is no object, and where one may not look', () => {
    for (const odd of ['', '{', 'null', '[1]', '"a"', '5']) {
      storage.items.set('le:x:settings', odd);
      assert.deepEqual(lookUp('le:x:settings'), {}, odd);
    }
    assert.deepEqual(lookUp(placeOf('none', 'settings')), {});
    storage.items.set('le:x:settings', '{"a":1}');
    assert.deepEqual(lookUp('le:x:settings'), { a: 1 });
    storage.refuse = true;
    assert.deepEqual(lookUp('le:x:settings'), {});
  });
});

describe('fill', () => {
  it('takes the first value of its kind, and no field that is not there', () => {
    const target = { on: false, size: 1, word: 'a', map: {} as object };
    const first = { ...target };
    fill(target, first, [
      { on: 'yes', size: Number.NaN, map: [], other: 1 },
      { on: true, size: 3, word: null, map: { a: 'b' } },
    ]);
    assert.deepEqual(target, { on: true, size: 3, word: 'a', map: { a: 'b' } });
    fill(target, first, []);
    assert.deepEqual(target, first);
  });

  it('takes of words those that are allowed', () => {
    const target = { sort: 'made' };
    fill(target, { sort: 'made' }, [{ sort: 'colour' }, { sort: 'score' }], { sort: ['made', 'score'] });
    assert.equal(target.sort, 'score');
  });

  it('keeps the kind of every field, whatever is given', () => {
    const first = { ...new Settings() };
    const names = fc.constantFrom(...Object.keys(first), '__proto__', 'toggle', 'else');
    fc.assert(
      fc.property(fc.array(fc.dictionary(names, fc.jsonValue())), (sources) => {
        const target = new Settings();
        fill(target, first, sources);
        for (const [name, value] of Object.entries(first)) assert.equal(typeof Reflect.get(target, name), typeof value);
        assert.deepEqual(Object.keys(target), Object.keys(first));
        assert.equal(typeof target.toggle, 'function');
      }),
    );
  });
});

describe('recall', () => {
  it('puts what is kept before what the host wishes, as soon as there is a namespace', () => {
    storage.items.set('le:shop:settings', '{"showLabels":true,"regionSort":"nonsense","snapping":5}');
    storage.items.set('le:shop:layout', '{"panelTab":"details","tools":{"stage2d":"hand"}}');
    storage.items.set('le:shop:keys', '{"undo":"x"}');
    const { editor } = editing(config, []);
    runInAction(() => {
      editor.storage = 'shop';
      editor.wishedSettings = { showLabels: false, snapping: true };
    });
    const { settings, layout, actions } = editor;
    assert.deepEqual([settings.showLabels, settings.snapping, settings.regionSort], [true, true, 'made']);
    assert.deepEqual([layout.panelTab, layout.tools], ['details', { stage2d: 'hand' }]);
    assert.equal(actions.press('x'), false);
    assert.deepEqual(actions.keysOf(actions.get('undo') as never), ['x']);
    runInAction(() => {
      editor.storage = 'none';
    });
    assert.deepEqual([settings.showLabels, layout.panelTab], [false, 'regions']);
  });

  it('leaves the tool where the user does not want it back', () => {
    storage.items.set('le:shop:settings', '{"preserveTool":false}');
    storage.items.set('le:shop:layout', '{"panelShown":false,"tools":{"stage2d":"hand"}}');
    const { editor } = editing(config, []);
    runInAction(() => {
      editor.storage = 'shop';
    });
    assert.deepEqual([editor.layout.tools, editor.layout.panelShown], [{}, false]);
  });
});
