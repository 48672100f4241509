import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readImage } from '../../../../src/media/dicom/image-header.js';
import { type DicomFile, isDicom, parseDicom } from '../../../../src/media/dicom/parse-dicom.js';
import { tags } from '../../../../src/media/dicom/tags.js';
import {
  BIG,
  DEFLATED,
  described,
  EXPLICIT,
  IMPLICIT,
  PIXELS,
  part10,
  RLE,
  type Written,
  written,
} from './written-dicom.js';

const pixels: Written = [PIXELS, 'OW', [1, 2, 3, 4, 5, 6]];
const whole = [...described(), pixels];

function parsed(bytes: Uint8Array<ArrayBuffer>): DicomFile {
  const file = parseDicom(bytes);
  if (typeof file === 'string') assert.fail(file);
  return file;
}

const valuesIn = ({ bytes, pixels: found, set }: DicomFile): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset + (found?.start ?? 0), found?.length ?? 0);
  return Array.from({ length: view.byteLength / 2 }, (_, i) => view.getUint16(i * 2, !set.bigEndian));
};

describe('parseDicom', () => {
  it('reads the four ways in which elements are written', () => {
    const files = {
      explicit: part10(EXPLICIT, whole),
      implicit: part10(IMPLICIT, whole, { explicit: false }),
      big: part10(BIG, whole, { bigEndian: true }),
      deflated: part10(DEFLATED, new Uint8Array(deflateRawSync(written(whole)))),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const file = parsed(bytes);
      assert.equal(file.set.number(tags.Columns, 'US'), 3, name);
      assert.equal(file.set.text(tags.SOPInstanceUID), '1.2.3.4', name);
      assert.deepEqual(valuesIn(file), [1, 2, 3, 4, 5, 6], name);
      assert.equal(file.broken, false, name);
    }
  });

  it('reads files without preamble, without meta information, and with neither', () => {
    for (const form of [{}, { explicit: false }, { bigEndian: true }]) {
      const bare = written(whole, form);
      const marked = new Uint8Array(132 + bare.length);
      marked.set(
        Uint8Array.from('DICM', (char) => char.charCodeAt(0)),
        128,
      );
      marked.set(bare, 132);
      for (const bytes of [bare, marked]) {
        assert.ok(isDicom(bytes));
        assert.deepEqual(valuesIn(parsed(bytes)), [1, 2, 3, 4, 5, 6], JSON.stringify(form));
      }
    }
    const noPreamble = part10(EXPLICIT, whole).slice(132);
    assert.deepEqual(valuesIn(parsed(noPreamble)), [1, 2, 3, 4, 5, 6]);
  });

  it('goes by how elements are written where the transfer syntax says otherwise', () => {
    assert.deepEqual(valuesIn(parsed(part10(EXPLICIT, whole, { explicit: false }))), [1, 2, 3, 4, 5, 6]);
    assert.deepEqual(valuesIn(parsed(part10(IMPLICIT, whole))), [1, 2, 3, 4, 5, 6]);
  });

  it('finds its way through sequences of every kind, and pixels within them', () => {
    const icon: readonly Written[] = [
      [0x00280010, 'US', [64]],
      [PIXELS, 'OB', { fragments: [Uint8Array.of(1, 2)] }],
    ];
    const nested: readonly Written[] = [[0x00081140, 'SQ', { items: [[[0x00081155, 'UI', '1.2']], []] }], ...icon];
    for (const measured of [true, false]) {
      for (const explicit of [true, false]) {
        const sequence: Written = [0x00880200, 'SQ', { items: [nested, icon], measured }];
        const file = parsed(part10(explicit ? EXPLICIT : IMPLICIT, [...described(), sequence, pixels], { explicit }));
        assert.equal(file.set.items(0x00880200).length, 2);
        assert.equal(file.set.items(0x00880200)[0]?.items(0x00081140)[0]?.text(0x00081155), '1.2');
        assert.equal(file.set.number(tags.Rows, 'US'), 2);
        assert.deepEqual(valuesIn(file), [1, 2, 3, 4, 5, 6]);
      }
    }
  });

  it('reads a sequence of unknown representation as an implicit one', () => {
    const inside = written([[0x00081155, 'UI', '1.2']], { explicit: false });
    const unknown = Uint8Array.from([
      ...[0x09, 0x00, 0x10, 0x10, 0x55, 0x4e, 0, 0, 0xff, 0xff, 0xff, 0xff],
      ...[0xfe, 0xff, 0x00, 0xe0, inside.length, 0, 0, 0, ...inside],
      ...[0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0],
    ]);
    const file = parsed(part10(EXPLICIT, Uint8Array.from([...unknown, ...written(whole)])));
    assert.equal(file.set.items(0x00091010)[0]?.text(0x00081155), '1.2');
    assert.deepEqual(valuesIn(file), [1, 2, 3, 4, 5, 6]);
  });

  it('says what is no DICOM, and never more than is there', () => {
    assert.match(String(parseDicom(new Uint8Array(0))), /not DICOM/);
    assert.match(String(parseDicom(Uint8Array.from('<!doctype html><html>', (c) => c.charCodeAt(0)))), /not DICOM/);
    assert.match(String(parseDicom(part10(DEFLATED, Uint8Array.of(7, 7, 7, 7)))), /damaged/);
    const lying: Written = [0x00100010, 'UN', 'x'];
    const bytes = written([...described(), lying]);
    new DataView(bytes.buffer).setUint32(bytes.length - 6, 0x7fffffff, true);
    const file = parsed(bytes);
    assert.equal(file.broken, true);
    assert.equal(file.set.number(tags.Rows, 'US'), 2);
  });

  it('bounds sequences that never end to go deeper', () => {
    const deep = Uint8Array.from({ length: 20_000 * 20 }, (_, i) => {
      const unit = [0x09, 0, 0x10, 0x10, 0x53, 0x51, 0, 0, 255, 255, 255, 255, 0xfe, 0xff, 0, 0xe0, 255, 255, 255, 255];
      return unit[i % 20] as number;
    });
    assert.equal(parsed(part10(EXPLICIT, deep)).broken, true);
  });

  it('takes what is cut short anywhere, or altered, without an exception', () => {
    const sequence: Written = [0x00081140, 'SQ', { items: [[[0x00081155, 'UI', '1.2']]] }];
    const files = [
      part10(EXPLICIT, [...described([sequence]), pixels]),
      part10(RLE, [...described(), [PIXELS, 'OB', { fragments: [new Uint8Array(70)], table: [0] }]]),
      part10(IMPLICIT, [...described([sequence]), pixels], { explicit: false }),
    ];
    const arbitrary = fc.tuple(
      fc.constantFrom(...files),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(arbitrary, ([file, end, changes]) => {
        const bytes = file.slice(0, end % (file.length + 1));
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
        const found = parseDicom(bytes);
        if (typeof found === 'string') return;
        const image = readImage(found);
        if (typeof image === 'string') return;
        for (const frame of image.frames) {
          for (const [from, to] of frame) assert.ok(from >= 0 && from <= to && to <= found.bytes.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readImage', () => {
  const image = (elements: readonly Written[], uid = EXPLICIT) => readImage(parsed(part10(uid, elements)));
  const objection = (elements: readonly Written[], uid = EXPLICIT) => {
    const found = image(elements, uid);
    return typeof found === 'string' ? found : assert.fail('there is no objection');
  };

  it('names what cannot be decoded', () => {
    const encoded: Written = [PIXELS, 'OB', { fragments: [Uint8Array.of(0, 0)] }];
    assert.match(objection([...described(), encoded], '1.2.840.10008.1.2.4.110'), /JPEG XL Lossless/);
    assert.match(objection([...described(), encoded], '1.2.840.10008.1.2.4.102'), /H\.264/);
    assert.match(objection([...described(), encoded], '1.2.840.10008.1.2.4.100.1'), /MPEG-2/);
    assert.match(objection([...described(), encoded], '1.2.840.113619.5.2'), /1\.2\.840\.113619\.5\.2/);
    assert.match(objection(described([[tags.Modality, 'CS', 'SR']])), /no pixels \(it is a SR\)/);
    assert.match(objection([...described([[tags.BitsAllocated, 'US', [12]]]), pixels]), /12 bits/);
    assert.match(objection([...described([[tags.Rows, 'US', [0]]]), pixels]), /no rows/);
    assert.match(objection([...described([[tags.PhotometricInterpretation, 'CS', 'CMYK']]), pixels]), /CMYK/);
    assert.match(objection([...described([[tags.SamplesPerPixel, 'US', [3]]]), pixels]), /do not go together/);
    const huge: readonly Written[] = [
      [tags.Rows, 'US', [65_535]],
      [tags.Columns, 'US', [65_535]],
    ];
    assert.match(objection([...described(huge), pixels]), /65535 × 65535/);
    assert.match(
      objection([...described([[tags.PhotometricInterpretation, 'CS', 'PALETTE COLOR']]), pixels]),
      /colour table is missing/,
    );
  });

  it('finds the frames that are whole, of as many as there are said to be', () => {
    const many: Written = [tags.NumberOfFrames, 'IS', '1000000'];
    const found = image([...described([many]), [PIXELS, 'OW', Array.from({ length: 15 }, () => 7)]]);
    assert.ok(typeof found !== 'string');
    assert.equal(found.frames.length, 2);
    assert.equal(found.claimed, 100_000);
    const [[[start, end] = [0, 0]] = [], [[next] = [0]] = []] = found.frames;
    assert.equal(end - start, 12);
    assert.equal(next, end);
  });

  it('reads palettes of words and of bytes', () => {
    const palette = (data: Written['2'], bits: number): readonly Written[] => [
      [tags.PhotometricInterpretation, 'CS', 'PALETTE COLOR'],
      ...[0, 1, 2].flatMap((i): readonly Written[] => [
        [tags.RedPaletteColorLookupTableDescriptor + i, 'US', [4, 10, bits]],
        [tags.RedPaletteColorLookupTableData + i, 'OW', data],
      ]),
    ];
    const shades = (data: Written['2'], bits: number) => {
      const found = image([...described(palette(data, bits)), pixels]);
      assert.ok(typeof found !== 'string');
      assert.equal(found.image.palette?.first, 10);
      return [...(found.image.palette?.colours ?? [])].filter((_, i) => i % 3 === 0);
    };
    assert.deepEqual(shades([0, 0x4000, 0x8000, 0xffff], 16), [0, 0x40, 0x80, 0xff]);
    // What says sixteen bits and has eight.
    assert.deepEqual(shades([0, 0x40, 0x80, 0xff], 16), [0, 0x40, 0x80, 0xff]);
    assert.deepEqual(shades([0, 0x40, 0x80, 0xff], 8), [0, 0x40, 0x80, 0xff]);
    assert.deepEqual(shades(Uint8Array.of(0, 0x40, 0x80, 0xff), 8), [0, 0x40, 0x80, 0xff]);
  });
});
