import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { misspelling } from '../../../../src/editor/actions/key-spelling.js';

describe('misspelling', () => {
  const right = [
    'a',
    'Ctrl+Shift+Z',
    'cmd+enter',
    'ctrl+a, b',
    ',',
    'ctrl+,',
    ',,b',
    'ctrl++',
    '+',
    'ctrl+plus',
    'alt+.',
    'shift+1',
    'alt+shift+[',
    'f12',
    'ä',
    '?',
    'alt+comma',
    'space',
    '',
  ];
  for (const keys of right) it(`has nothing against "${keys}"`, () => assert.equal(misspelling(keys), undefined));

  const wrong: [string, RegExp][] = [
    ['ctlr+z', /no key "ctlr"/],
    ['ctrl+foo', /no key "foo"/],
    ['ctrl', /names no key/],
    ['ctrl+shift', /names no key to press with ctrl and shift/],
    ['a+b', /more than one key/],
    ['shift+?', /never pressed/],
    ['x, shift+plus', /never pressed/],
    ['f25', /no key "f25"/],
    ['strg+z', /no key "strg"/],
  ];
  for (const [keys, why] of wrong) it(`objects to "${keys}"`, () => assert.match(misspelling(keys) ?? '', why));
});
