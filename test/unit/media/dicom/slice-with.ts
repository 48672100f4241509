import type { Slice } from '../../../../src/media/dicom/slice.js';

/** A slice of which a test says only what it is about. */
export const sliceWith = (own: Partial<Slice>): Slice => ({
  name: 'slice',
  sopInstanceUid: '1.2.3',
  seriesUid: '1.2',
  modality: 'CT',
  rows: 4,
  columns: 4,
  slope: 1,
  intercept: 0,
  windows: [],
  photometric: 'MONOCHROME2',
  bitsStored: 12,
  signed: false,
  ...own,
});
