import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edgeLetters, inPatient, millimetresPerPixel } from '../../../../src/media/dicom/slice-geometry.js';

const edges = (...orientation: number[]) => {
  const { left, right, top, bottom } = edgeLetters({ orientation }) ?? {};
  return [left, right, top, bottom].join(' ');
};

describe('edgeLetters', () => {
  it('names the edges of the three planes', () => {
    assert.equal(edges(1, 0, 0, 0, 1, 0), 'R L A P');
    assert.equal(edges(0, 1, 0, 0, 0, -1), 'A P H F');
    assert.equal(edges(1, 0, 0, 0, 0, -1), 'R L H F');
    // Of one who lies on the belly.
    assert.equal(edges(-1, 0, 0, 0, -1, 0), 'L R P A');
  });

  it('names the main direction of oblique slices first, and none that hardly counts', () => {
    assert.equal(edges(0.9, 0.436, 0, 0, 0, -1), 'RA LP H F');
    assert.equal(edges(0.995, 0.1, 0, -0.1, 0.995, 0), 'R L A P');
  });

  it('has none without orientation', () => {
    assert.equal(edgeLetters({}), undefined);
  });
});

describe('millimetresPerPixel', () => {
  it('has rows and columns the right way round', () => {
    assert.deepEqual(millimetresPerPixel({ pixelSpacing: [2, 0.5] }), { x: 0.5, y: 2 });
    assert.equal(millimetresPerPixel({}), undefined);
  });
});

describe('inPatient', () => {
  it('begins in the middle of the first pixel', () => {
    const slice = { position: [10, 20, 30], orientation: [0, 1, 0, 0, 0, -1], pixelSpacing: [2, 0.5] as const };
    assert.deepEqual(inPatient(slice, 0.5, 0.5), [10, 20, 30]);
    assert.deepEqual(inPatient(slice, 4.5, 3.5), [10, 22, 24]);
    assert.equal(inPatient({ position: [1, 2, 3] }, 1, 1), undefined);
  });
});
