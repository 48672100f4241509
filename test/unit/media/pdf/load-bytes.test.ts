import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reasonAgainst } from '../../../../src/media/pdf/load-bytes.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reasonAgainst', () => {
  it('takes a PDF, also one with something before its mark', () => {
    assert.equal(reasonAgainst(bytes('%PDF-1.7\n'), 'application/octet-stream'), undefined);
    assert.equal(reasonAgainst(bytes('\n\n%PDF-1.4'), ''), undefined);
  });

  it('tells a page to sign in, an empty file and other files apart', () => {
    assert.match(reasonAgainst(bytes('<!DOCTYPE html><title>Sign in'), 'application/pdf') ?? '', /web page/);
    assert.match(reasonAgainst(bytes('hello'), 'text/html') ?? '', /web page/);
    assert.match(reasonAgainst(bytes(''), 'application/pdf') ?? '', /empty/);
    assert.equal(reasonAgainst(bytes('PK'), 'application/zip'), 'it is no PDF but application/zip');
  });
});
