import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codecName } from '../../../../src/media/video/codec-name.js';

describe('codecName', () => {
  it('says what people call it', () => {
    const names = ['hvc1.1.6.L93.B0', 'avc1.64001f', 'mp4v', 'apch', 'av01.0.04M.08', 'xyz1.2', 'unknown'].map(
      codecName,
    );
    assert.deepEqual(names, [
      'hvc1, H.265',
      'avc1, H.264',
      'mp4v, MPEG-4 part 2',
      'apch, ProRes',
      'av01, AV1',
      'xyz1.2',
      'unknown',
    ]);
  });
});
