import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitKeys } from '../../../src/config/hotkeys.js';

describe('splitKeys', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['a', ['a']],
    ['A', ['a']],
    ['a,b', ['a', 'b']],
    [' a , ctrl+b ', ['a', 'ctrl+b']],
    [',', [',']],
    [',,b', [',', 'b']],
    ['b,,', ['b', ',']],
    ['ctrl+,', ['ctrl+,']],
    ['ctrl+,,shift+x', ['ctrl+,', 'shift+x']],
    ['+', ['+']],
    ['ctrl++', ['ctrl++']],
    ['ctrl+', ['ctrl+']],
  ];
  for (const [hotkey, keys] of cases) {
    it(`reads "${hotkey}" as ${keys.join(' and ') || 'none'}`, () => assert.deepEqual(splitKeys(hotkey), keys));
  }
});
