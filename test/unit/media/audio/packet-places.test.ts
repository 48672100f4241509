import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PacketPlaces } from '../../../../src/media/audio/packet-places.js';

describe('PacketPlaces', () => {
  it('knows where the sound of a packet ends', () => {
    const places = new PacketPlaces(0);
    for (const time of [0, 0.021, 0.041]) places.fed(time);
    for (const end of [648, 1608, 2568]) places.heard(end);
    assert.equal(places.endOf(0.021, true), 1608);
    assert.equal(places.endOf(0.03, true), undefined);
  });

  it('takes packets at the start into account that are not heard', () => {
    const places = new PacketPlaces(1);
    for (const time of [0, 0.5, 1]) places.fed(time);
    for (const end of [384, 896]) places.heard(end);
    assert.equal(places.endOf(1, true), 896);
    assert.equal(places.endOf(0, true), undefined);
  });

  it('knows nothing where packets and pieces do not match', () => {
    const places = new PacketPlaces(0);
    places.fed(0);
    places.fed(1);
    places.heard(100);
    assert.equal(places.endOf(0, false), 100);
    assert.equal(places.endOf(0, true), undefined);
  });
});
