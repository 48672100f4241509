import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keysOf, parseKeys, showKeys } from '../../../src/editor/actions/keys.js';

describe('parseKeys', () => {
  const cases: [string, readonly string[]][] = [
    ['a', ['a']],
    ['Ctrl+Shift+Z', ['ctrl+shift+z']],
    ['shift+ctrl+z', ['ctrl+shift+z']],
    ['command+enter', ['ctrl+enter']],
    ['1,q', ['1', 'q']],
    [',', [',']],
    [',,b', [',', 'b']],
    ['ctrl+,', ['ctrl+,']],
    ['ctrl++', ['ctrl++']],
    ['ctrl+plus', ['ctrl++']],
    ['+', ['+']],
    ['', []],
    ['L, r', ['l', 'r']],
    ['alt+.', ['alt+.']],
    ['space', ['space']],
  ];
  for (const [written, keys] of cases) it(`reads "${written}"`, () => assert.deepEqual(parseKeys(written), keys));
});

describe('keysOf', () => {
  const event = (given: Partial<KeyboardEvent>) =>
    keysOf({
      key: '',
      code: '',
      ctrlKey: false,
      altKey: false,
      shiftKey: false,
      metaKey: false,
      ...given,
    } as KeyboardEvent);

  it('names letters, and shift with them', () => {
    assert.equal(event({ key: 'Z', code: 'KeyZ', shiftKey: true, ctrlKey: true }), 'ctrl+shift+z');
  });
  it('takes the digit where shift hides it, and on the number pad', () => {
    assert.equal(event({ key: '!', code: 'Digit1', shiftKey: true }), 'shift+1');
    assert.equal(event({ key: '7', code: 'Numpad7' }), '7');
  });
  it('takes arrows of a number pad without its lock as arrows', () => {
    assert.equal(event({ key: 'ArrowLeft', code: 'Numpad4' }), 'left');
    assert.equal(event({ key: 'Home', code: 'Numpad7' }), 'home');
  });
  it('goes by the letter where Alt leaves it, wherever the key is', () => {
    assert.equal(event({ key: 'a', code: 'KeyQ', altKey: true }), 'alt+a');
    assert.equal(event({ key: '¬', code: 'KeyL', altKey: true }), 'alt+l');
    assert.equal(event({ key: 'Dead', code: 'KeyN', altKey: true }), 'alt+n');
  });
  it('goes by the physical key on a layout of other letters', () => {
    assert.equal(event({ key: 'я', code: 'KeyZ', metaKey: true }), 'ctrl+z');
  });
  it('goes by the physical key of brackets, which modifiers make other signs of', () => {
    assert.equal(event({ key: '“', code: 'BracketLeft', altKey: true }), 'alt+[');
    assert.equal(event({ key: '}', code: 'BracketRight', ctrlKey: true, shiftKey: true }), 'ctrl+shift+]');
    assert.equal(event({ key: '[', code: 'BracketLeft' }), '[');
  });
  it('names what only shift reaches by itself', () => {
    assert.equal(event({ key: '?', code: 'Slash', shiftKey: true }), '?');
  });
  it('names special keys as a keymap does', () => {
    assert.equal(event({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }), 'alt+left');
    assert.equal(event({ key: ' ', code: 'Space' }), 'space');
    assert.equal(event({ key: 'Backspace', code: 'Backspace' }), 'backspace');
  });
});

describe('showKeys', () => {
  it('writes them as the platform does', () => {
    assert.equal(showKeys('ctrl+shift+z', false), 'Ctrl+Shift+Z');
    assert.equal(showKeys('ctrl+shift+z', true), '⌘⇧Z');
    assert.equal(showKeys('ctrl++', false), 'Ctrl++');
    assert.equal(showKeys('shift+f10', false), 'Shift+F10');
    assert.equal(showKeys('contextmenu', true), 'Menu');
  });
});
