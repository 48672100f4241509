import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isColour } from '../../../src/config/colours.js';

describe('isColour', () => {
  it('knows names, hex and functions', () => {
    for (const colour of [
      'red',
      'RebeccaPurple',
      '#fff',
      '#FFA39E',
      '#ffa39e80',
      'rgb(1,2,3)',
      'rgba(255, 0, 0, 0.7)',
      'hsl(120deg 50% 50% / 40%)',
      'hsla(10, 5%, 5%, .5)',
      'transparent',
    ]) {
      assert.equal(isColour(colour), true, colour);
    }
  });

  it('knows no others', () => {
    for (const text of ['', 'reddish', '#ff', '#ggg', 'fff', 'rgb()', 'url(x)', 'red;', 'constructor', 'toString']) {
      assert.equal(isColour(text), false, text);
    }
  });
});
