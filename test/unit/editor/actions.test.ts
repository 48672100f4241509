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
});
