import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Keys, keyMatcher } from '../../../../src/tags/textarea/key-match.js';

const press = (key: string, code = '', held: Partial<Keys> = {}): Keys => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keyMatcher', () => {
  it('hears letters and digits with just the modifiers that are written', () => {
    const altV = keyMatcher('Alt+V');
    assert.equal(altV(press('v', 'KeyV', { altKey: true })), true);
    assert.equal(altV(press('√', 'KeyV', { altKey: true })), true);
    assert.equal(altV(press('v', 'KeyV')), false);
    assert.equal(altV(press('V', 'KeyV', { altKey: true, shiftKey: true })), false);
    assert.equal(keyMatcher('1')(press('1', 'Digit1')), true);
    assert.equal(keyMatcher('shift+1')(press('!', 'Digit1', { shiftKey: true })), true);
    assert.equal(keyMatcher('1')(press('!', 'Digit1', { shiftKey: true })), false);
  });

  it('takes Cmd for Ctrl, and other names of keys', () => {
    assert.equal(keyMatcher('command+k')(press('k', 'KeyK', { metaKey: true })), true);
    assert.equal(keyMatcher('ctrl+k')(press('k', 'KeyK', { metaKey: true })), true);
    assert.equal(keyMatcher('alt+space')(press(' ', 'Space', { altKey: true })), true);
    assert.equal(keyMatcher('ctrl+up')(press('ArrowUp', 'ArrowUp', { ctrlKey: true })), true);
  });

  it('hears signs that are reached by Shift without asking for it', () => {
    assert.equal(keyMatcher('?')(press('?', 'Slash', { shiftKey: true })), true);
    assert.equal(keyMatcher('ctrl++')(press('+', 'Equal', { ctrlKey: true, shiftKey: true })), true);
  });

  it('hears each of a list, the comma too', () => {
    const keys = keyMatcher('a, ctrl+b,,');
    assert.equal(keys(press('a', 'KeyA')), true);
    assert.equal(keys(press('b', 'KeyB', { ctrlKey: true })), true);
    assert.equal(keys(press(',', 'Comma')), true);
    assert.equal(keys(press('b', 'KeyB')), false);
  });

  it('hears nothing where nothing is written', () => {
    assert.equal(keyMatcher(' ')(press(' ', 'Space')), false);
  });
});
