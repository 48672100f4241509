import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sniff } from '../../../../src/media/audio/sniff.js';
import { bytesOf, type Content, mp3Frame } from './written-sound.js';

const kind = (...content: Content) => {
  const found = sniff(bytesOf(...content));
  return 'kind' in found ? found.kind : found.foreign;
};
const zeros = new Uint8Array(4);

describe('sniff', () => {
  it('knows formats by their first bytes', () => {
    assert.equal(kind('RIFF', [10, 13, 0, 10], 'WAVE'), 'wav');
    assert.equal(kind('RF64', zeros, 'WAVE'), 'wav');
    assert.equal(kind('FORM', zeros, 'AIFC'), 'aiff');
    assert.equal(kind('.snd', zeros), 'au');
    assert.equal(kind('OggS', zeros), 'container');
    assert.equal(kind('fLaC', zeros), 'container');
    assert.equal(kind([0, 0, 0, 10], 'ftypM4A '), 'container');
    assert.equal(kind([0x1a, 0x45, 0xdf, 0xa3]), 'container');
    assert.equal(kind([0xff, 0xf1, 0x50, 0x80]), 'container');
    assert.equal(kind(mp3Frame()), 'mp3');
    assert.equal(kind([0xff, 0xfd, 0x90, 0x40]), 'whole');
  });

  it('finds an MP3 behind something else', () => {
    assert.equal(kind(new Uint8Array(500), mp3Frame(), mp3Frame(), mp3Frame()), 'mp3');
    assert.equal(kind(new Uint8Array(500), mp3Frame()), 'whole');
  });

  it('names what is no sound, or none that can be decoded', () => {
    assert.match(kind('<!DOCTYPE html><title>Sign in'), /HTML/);
    assert.match(kind('\n <html>'), /HTML/);
    assert.match(kind('<?xml version="1.0"?><Error>'), /XML/);
    assert.match(kind('{"error": 1}'), /JSON/);
    assert.match(kind([0x89], 'PNG'), /picture/);
    assert.match(kind('PK', [3, 4]), /ZIP/);
    assert.match(kind([0x30, 0x26, 0xb2, 0x75]), /WMA/);
    assert.match(kind('#!AMR\n'), /AMR/);
    assert.match(kind('RIFF', zeros, 'AVI '), /AVI/);
  });

  it('leaves what it does not know to the browser', () => {
    assert.equal(kind('what is this'), 'whole');
    assert.equal(kind(), 'whole');
  });
});
