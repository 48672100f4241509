import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Action, Actions } from '../../../src/editor/actions/actions.js';

/** Actions on one key, and which of them were run. */
function bound(entries: readonly Partial<Action>[]): { actions: Actions; ran: string[] } {
  const [actions, ran] = [new Actions(), [] as string[]];
  const made = entries.map((entry, index): Action => {
    const name = entry.name ?? `${index}`;
    return { title: name, group: 'Tools', keys: 'p', run: () => void ran.push(name), ...entry, name };
  });
  actions.add(made);
  return { actions, ran };
}

/** Tools of which one is in the hand. */
const tools = (names: readonly string[], taken: { up: string }): Partial<Action>[] =>
  names.map((name) => ({
    name,
    active: () => taken.up === name,
    run: () => {
      taken.up = name;
    },
  }));

describe('Actions.press', () => {
  it('runs the latest of those with the same keys, and none that cannot be done', () => {
    const { actions, ran } = bound([{ name: 'own' }, { name: 'tag' }, { name: 'off', enabled: () => false }]);
    assert.equal(actions.press('p'), true);
    assert.deepEqual(ran, ['tag']);
    assert.equal(actions.press('q'), false);
  });

  it('lets tools that share a key take turns, from the first of them on', () => {
    const taken = { up: 'box' };
    const { actions } = bound(tools(['polygon', 'vector', 'line'], taken));
    const turns = [1, 2, 3, 4].map(() => {
      actions.press('p');
      return taken.up;
    });
    assert.deepEqual(turns, ['polygon', 'vector', 'line', 'polygon']);
  });

  it('leaves out of turn a tool whose key a label has', () => {
    const taken = { up: 'box' };
    const { actions, ran } = bound([...tools(['polygon'], taken), { name: 'label', group: 'kind' }]);
    actions.press('p');
    actions.press('p');
    assert.deepEqual([ran, taken.up], [['label', 'label'], 'box']);
  });

  it('lets what the user gave the keys go before what the host did, and that before what came last', () => {
    const { actions, ran } = bound([{ name: 'own', keys: 'a' }, { name: 'host', keys: 'b' }, { name: 'tag' }]);
    actions.keymap = { host: 'p' };
    actions.press('p');
    actions.userKeymap = { own: 'p' };
    actions.press('p');
    assert.deepEqual(ran, ['host', 'own']);
  });

  it('lets what a tag does go before what the editor fetched later', () => {
    const { actions, ran } = bound([{ name: 'tag', near: () => 0 }, { name: 'own' }]);
    actions.press('p');
    assert.deepEqual(ran, ['tag']);
  });

  it('hears what is nearest before all that', () => {
    const { actions, ran } = bound([
      { name: 'far', near: () => 0 },
      { name: 'near', near: () => 2 },
    ]);
    actions.userKeymap = { far: 'p' };
    actions.press('p');
    assert.deepEqual(ran, ['near']);
  });

  it('takes what is neither keys nor false as if nothing was said', () => {
    const { actions, ran } = bound([{ name: 'own' }, { name: 'toString', keys: 'q' }]);
    for (const odd of [5, null, {}, ['x']]) {
      actions.userKeymap = { own: odd };
      actions.press('p');
    }
    actions.press('q');
    assert.deepEqual(ran, ['own', 'own', 'own', 'own', 'toString']);
  });

  it('hears Escape alone while the user wants no keys', () => {
    let hears = false;
    const actions = new Actions(() => hears);
    const ran: string[] = [];
    const entry: Action = {
      name: 'own',
      title: 'Own',
      group: 'Edit',
      keys: 'p, escape',
      run: () => void ran.push('own'),
    };
    actions.add([entry]);
    assert.deepEqual([actions.press('p'), actions.press('escape')], [false, true]);
    assert.deepEqual([actions.keysOf(entry), actions.boundTo(entry)], [[], ['p', 'escape']]);
    hears = true;
    assert.equal(actions.press('p'), true);
  });

  it('listens for keys of the browser once they are others', () => {
    const { actions } = bound([{ name: 'copy', keys: 'ctrl+c', native: true }]);
    assert.equal(actions.press('ctrl+c'), false);
    actions.userKeymap = { copy: 'y' };
    assert.equal(actions.press('y'), true);
  });
});
