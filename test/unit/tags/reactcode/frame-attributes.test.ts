import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowed, styleText } from '../../../../src/tags/reactcode/frame-attributes.js';

describe('styleText', () => {
  it('reads JSON as React has it, and leaves CSS as it is', () => {
    assert.equal(styleText('height: 95vh'), 'height: 95vh');
    assert.equal(styleText(undefined), undefined);
    assert.equal(
      styleText('{"height":"600px","minHeight":620,"flexGrow":1,"zIndex":3,"margin":0,"--mine":"1"}'),
      'height: 600px; min-height: 620px; flex-grow: 1; z-index: 3; margin: 0; --mine: 1',
    );
  });

  it('makes nothing of what cannot be read', () => {
    assert.equal(styleText('{"height": }'), undefined);
    assert.equal(styleText('{"height": {"a": 1}}'), 'height: ');
  });
});

describe('allowed', () => {
  it('passes on what is harmless', () => {
    assert.deepEqual(allowed("fullscreen; clipboard-write 'self'; microphone *; geolocation"), {
      allow: 'fullscreen *; clipboard-write *',
      refused: ['microphone', 'geolocation'],
    });
    assert.deepEqual(allowed(undefined), { allow: '', refused: [] });
  });
});
