import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attributesOf } from '../../../../src/media/dicom/attributes.js';
import { parseDicom } from '../../../../src/media/dicom/parse-dicom.js';
import { described, EXPLICIT, IMPLICIT, part10, type Written } from './written-dicom.js';

function listed(elements: readonly Written[], explicit = true) {
  const file = parseDicom(part10(explicit ? EXPLICIT : IMPLICIT, elements, { explicit }));
  if (typeof file === 'string') assert.fail(file);
  return attributesOf(file);
}

const elements: readonly Written[] = described([
  [0x00080005, 'CS', 'ISO_IR 100'],
  [0x00080050, 'SH', 'A 12'],
  [0x00080080, 'LO', 'Klinik M\xfcnchen'],
  [0x00081140, 'SQ', { items: [[[0x00081155, 'UI', '1.2']], [[0x00081155, 'UI', '1.3']]] }],
  [0x00090010, 'LO', 'ACME'],
  [0x00100010, 'PN', 'Test^Phantom'],
  [0x00189087, 'FD', [1000.5]],
  [0x0020000d, 'UI', '1.2.3'],
  [0x00280009, 'AT', [0]],
  [0x00287fff, 'OB', Uint8Array.of(1, 2, 3, 0)],
]);

describe('attributesOf', () => {
  it('lists attributes in order, with keyword, value and who they may tell of', () => {
    const list = listed(elements);
    const found = (keyword: string) => list.find((attribute) => attribute.keyword === keyword);
    assert.deepEqual(found('PatientName'), {
      tag: '(0010,0010)',
      keyword: 'PatientName',
      vr: 'PN',
      value: 'Test^Phantom',
      identifying: true,
      depth: 0,
    });
    assert.deepEqual([found('Rows')?.value, found('Rows')?.identifying], ['2', false]);
    assert.equal(found('InstitutionName')?.value, 'Klinik München');
    assert.equal(found('DiffusionBValue')?.value, '1000.5');
    assert.equal(found('TransferSyntaxUID')?.value, EXPLICIT);
    for (const keyword of ['AccessionNumber', 'InstitutionName', 'StudyInstanceUID', 'SOPInstanceUID']) {
      assert.equal(found(keyword)?.identifying, true, keyword);
    }
    assert.equal(list.find(({ tag }) => tag === '(0009,0010)')?.identifying, true);
    const unknown = list.find(({ tag }) => tag === '(0028,7FFF)');
    assert.deepEqual([unknown?.value, unknown?.keyword], ['4 bytes', undefined]);
  });

  it('lists what is in sequences behind them, and hides it with them', () => {
    const list = listed(elements);
    const at = list.findIndex(({ keyword }) => keyword === 'ReferencedImageSequence');
    assert.equal(list[at]?.value, '2 items');
    assert.deepEqual(
      list.slice(at + 1, at + 3).map(({ value, depth, identifying }) => [value, depth, identifying]),
      [
        ['1.2', 1, true],
        ['1.3', 1, true],
      ],
    );
  });

  it('knows what implicit files do not say', () => {
    const same = listed(elements, false);
    assert.deepEqual(
      same
        .filter(({ keyword }) => keyword)
        .map(({ value }) => value)
        .slice(1),
      listed(elements)
        .filter(({ keyword }) => keyword)
        .map(({ value }) => value)
        .slice(1),
    );
  });

  it('cuts what is long', () => {
    const list = listed([
      ...described(),
      [0x00324000, 'LT', 'x'.repeat(5000)],
      [0x00720000, 'UL', [1]],
      [0x00720002, 'US', Array.from({ length: 100 }, (_, i) => i)],
    ]);
    assert.equal(list.find(({ keyword }) => keyword === 'StudyComments')?.value.length, 1025);
    assert.match(list.at(-1)?.value ?? '', /^0\\1\\.*\\15\\… \(100\)$/);
  });
});
