import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hotkeyText } from '../../../../src/tags/parts/hotkey-badge.js';

describe('hotkeyText', () => {
  it('shows the first combination of a list, in which a comma can be a key', () => {
    const shown = ['1', 'ctrl+k', 'a,b', ',', ',,b', 'ctrl+,', 'shift+F2, x'].map(hotkeyText);
    assert.deepEqual(shown, ['1', 'Ctrl K', 'A', ',', ',', 'Ctrl ,', 'Shift F2']);
  });
});
