import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readImage } from '../../../../src/media/dicom/image-header.js';
import { parseDicom } from '../../../../src/media/dicom/parse-dicom.js';
import { readSlices } from '../../../../src/media/dicom/read-slices.js';
import { tags } from '../../../../src/media/dicom/tags.js';
import { described, EXPLICIT, PIXELS, part10, type Written } from './written-dicom.js';

function slicesOf(more: readonly Written[], frames = 1) {
  const many: readonly Written[] = frames > 1 ? [[tags.NumberOfFrames, 'IS', `${frames}`]] : [];
  const pixels: Written = [PIXELS, 'OW', Array.from({ length: 6 * frames }, () => 0)];
  const file = parseDicom(part10(EXPLICIT, [...described([...many, ...more]), pixels]));
  if (typeof file === 'string') assert.fail(file);
  const found = readImage(file);
  if (typeof found === 'string') assert.fail(found);
  return readSlices(file, found, 'a.dcm');
}
const sequence = (tag: number, ...items: (readonly Written[])[]): Written => [tag, 'SQ', { items }];

describe('readSlices', () => {
  it('reads what is said of one picture', () => {
    const [slice] = slicesOf([
      [tags.InstanceNumber, 'IS', '7'],
      [tags.SeriesDescription, 'LO', 'Thorax'],
      [tags.SliceThickness, 'DS', '1.5'],
      [tags.ImagePositionPatient, 'DS', '-179.2\\-179.2\\3'],
      [tags.ImageOrientationPatient, 'DS', '1\\0\\0\\0\\1\\0'],
      [tags.PixelSpacing, 'DS', '0.7\\0.8'],
      [tags.WindowCenter, 'DS', '40\\-600'],
      [tags.WindowWidth, 'DS', '400\\1500'],
      [tags.WindowCenterWidthExplanation, 'LO', 'SOFT\\LUNG'],
      [tags.RescaleIntercept, 'DS', '-1024'],
      [tags.RescaleSlope, 'DS', '2'],
    ]);
    assert.deepEqual(slice, {
      name: 'a.dcm',
      modality: 'CT',
      sopInstanceUid: '1.2.3.4',
      seriesUid: '1.2.3',
      seriesDescription: 'Thorax',
      instanceNumber: 7,
      rows: 2,
      columns: 3,
      photometric: 'MONOCHROME2',
      bitsStored: 16,
      signed: false,
      position: [-179.2, -179.2, 3],
      orientation: [1, 0, 0, 0, 1, 0],
      pixelSpacing: [0.7, 0.8],
      thickness: 1.5,
      slope: 2,
      intercept: -1024,
      units: 'HU',
      windows: [
        { center: 40, width: 400, name: 'SOFT' },
        { center: -600, width: 1500, name: 'LUNG' },
      ],
    });
  });

  it('takes what makes no sense for not said', () => {
    const [slice] = slicesOf([
      [tags.ImagePositionPatient, 'DS', '1\\x\\3'],
      [tags.ImageOrientationPatient, 'DS', '0\\0\\0\\0\\0\\0'],
      [tags.PixelSpacing, 'DS', '0\\0'],
      [tags.WindowCenter, 'DS', '40\\50'],
      [tags.WindowWidth, 'DS', '0'],
      [tags.RescaleSlope, 'DS', '0'],
      [tags.InstanceNumber, 'IS', ' '],
    ]);
    assert.deepEqual(
      [slice?.position, slice?.orientation, slice?.pixelSpacing, slice?.windows, slice?.slope, slice?.instanceNumber],
      [undefined, undefined, undefined, [], 1, undefined],
    );
  });

  it('reads each frame of an enhanced file', () => {
    const frame = (z: string, center: string): readonly Written[] => [
      sequence(tags.PlanePositionSequence, [[tags.ImagePositionPatient, 'DS', `0\\0\\${z}`]]),
      sequence(tags.FrameVOILUTSequence, [
        [tags.WindowCenter, 'DS', center],
        [tags.WindowWidth, 'DS', '100'],
      ]),
    ];
    const slices = slicesOf(
      [
        sequence(tags.SharedFunctionalGroupsSequence, [
          sequence(tags.PixelMeasuresSequence, [
            [tags.SliceThickness, 'DS', '3'],
            [tags.PixelSpacing, 'DS', '0.5\\0.5'],
          ]),
          sequence(tags.PlaneOrientationSequence, [[tags.ImageOrientationPatient, 'DS', '1\\0\\0\\0\\1\\0']]),
          sequence(tags.PixelValueTransformationSequence, [
            [tags.RescaleIntercept, 'DS', '-1000'],
            [tags.RescaleSlope, 'DS', '1'],
            [tags.RescaleType, 'LO', 'HU'],
          ]),
        ]),
        sequence(tags.PerFrameFunctionalGroupsSequence, frame('0', '1'), frame('3', '2')),
      ],
      2,
    );
    assert.deepEqual(
      slices.map((slice) => [
        slice.frame,
        slice.position,
        slice.windows[0]?.center,
        slice.pixelSpacing,
        slice.intercept,
      ]),
      [
        [1, [0, 0, 0], 1, [0.5, 0.5], -1000],
        [2, [0, 0, 3], 2, [0.5, 0.5], -1000],
      ],
    );
    assert.deepEqual([slices[1]?.orientation, slices[1]?.units], [[1, 0, 0, 0, 1, 0], 'HU']);
  });

  it('reads spacings of ultrasound, of detectors and of doses', () => {
    const region: readonly Written[] = [
      [0x00186024, 'US', [3]],
      [0x00186026, 'US', [3]],
      [0x0018602c, 'FD', [0.02]],
      [0x0018602e, 'FD', [0.03]],
    ];
    assert.deepEqual(slicesOf([sequence(tags.SequenceOfUltrasoundRegions, region)])[0]?.pixelSpacing, [0.3, 0.2]);
    const [detector] = slicesOf([[tags.ImagerPixelSpacing, 'DS', '0.1\\0.1']]);
    assert.deepEqual([detector?.pixelSpacing, detector?.atDetector], [[0.1, 0.1], true]);
    const dose = slicesOf(
      [
        [tags.ImagePositionPatient, 'DS', '0\\0\\10'],
        [tags.ImageOrientationPatient, 'DS', '1\\0\\0\\0\\1\\0'],
        [tags.GridFrameOffsetVector, 'DS', '0\\2.5'],
        [tags.DoseGridScaling, 'DS', '0.001'],
        [tags.DoseUnits, 'CS', 'GY'],
      ],
      2,
    );
    assert.deepEqual(
      dose.map(({ position, slope, units }) => [position, slope, units]),
      [
        [[0, 0, 10], 0.001, 'Gy'],
        [[0, 0, 12.5], 0.001, 'Gy'],
      ],
    );
  });
});
