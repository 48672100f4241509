import type { DataSet } from './data-set.js';
import type { ImageFrames } from './image-header.js';
import type { DicomFile } from './parse-dicom.js';
import type { Slice, Window } from './slice.js';
import { tags } from './tags.js';

/** Physical units of an ultrasound region: centimetres. */
const CENTIMETRES = 3;

/** What is said of each frame of a file. @param name the file's */
export function readSlices({ set }: DicomFile, { image, frames, claimed }: ImageFrames, name: string): Slice[] {
  const whole = described(set, name);
  const [shared] = set.items(tags.SharedFunctionalGroupsSequence);
  const groups = set.items(tags.PerFrameFunctionalGroupsSequence);
  const { rows, columns, photometric, bitsStored, signed } = image;
  const common = {
    rows,
    columns,
    photometric,
    bitsStored,
    signed,
    ...geometryOf(set),
    ...valuesOf(set, whole.modality),
  };
  const stacked = doseLayers(set, common.position, common.orientation);
  return frames.map((_, i) => {
    const group = groups[i];
    return {
      ...whole,
      ...common,
      ...(shared && groupOf(shared, whole.modality)),
      ...(group && groupOf(group, whole.modality)),
      ...(stacked?.[i] && { position: stacked[i] }),
      ...(claimed > 1 && { frame: i + 1 }),
    };
  });
}

function described(set: DataSet, name: string) {
  const modality = set.text(tags.Modality) ?? '';
  const units = set.text(tags.DoseUnits);
  return {
    name,
    modality,
    sopInstanceUid: set.text(tags.SOPInstanceUID) ?? '',
    seriesUid: set.text(tags.SeriesInstanceUID) ?? '',
    ...given('studyDescription', set.text(tags.StudyDescription)),
    ...given('seriesDescription', set.text(tags.SeriesDescription)),
    ...given('seriesNumber', set.number(tags.SeriesNumber, 'IS')),
    ...given('instanceNumber', set.number(tags.InstanceNumber, 'IS')),
    ...given('frameTime', set.number(tags.FrameTime, 'DS')),
    ...given('padding', set.number(tags.PixelPaddingValue, set.number(tags.PixelRepresentation, 'US') ? 'SS' : 'US')),
    ...given('units', units === 'GY' ? 'Gy' : units),
  };
}

/** A property, where there is a value. */
const given = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };

const finite = (values: readonly number[], count: number): readonly number[] | undefined =>
  values.length >= count && values.slice(0, count).every(Number.isFinite) ? values.slice(0, count) : undefined;

function spacingOf(set: DataSet, tag: number): readonly [number, number] | undefined {
  const [row = 0, column = 0] = finite(set.numbers(tag, 'DS'), 2) ?? [];
  return row > 0 && column > 0 ? [row, column] : undefined;
}

function geometryOf(set: DataSet) {
  const position = finite(set.numbers(tags.ImagePositionPatient, 'DS'), 3);
  const orientation = finite(set.numbers(tags.ImageOrientationPatient, 'DS'), 6);
  const spacing = spacingOf(set, tags.PixelSpacing) ?? ultrasoundSpacing(set);
  const detector = spacing ? undefined : spacingOf(set, tags.ImagerPixelSpacing);
  return {
    ...given('position', position),
    ...given('orientation', orientation?.some((part) => part !== 0) ? orientation : undefined),
    ...given('pixelSpacing', spacing ?? detector),
    ...(detector && { atDetector: true as const }),
    ...given('thickness', set.number(tags.SliceThickness, 'DS')),
  };
}

/** Of pictures that are one region or several of the same scale. */
function ultrasoundSpacing(set: DataSet): readonly [number, number] | undefined {
  const found = set.items(tags.SequenceOfUltrasoundRegions).map((region) => {
    const units = [tags.PhysicalUnitsXDirection, tags.PhysicalUnitsYDirection].map((tag) => region.number(tag, 'US'));
    const [x = 0, y = 0] = [tags.PhysicalDeltaX, tags.PhysicalDeltaY].map((tag) => region.number(tag, 'FD'));
    return units.every((unit) => unit === CENTIMETRES) ? ([Math.abs(y) * 10, Math.abs(x) * 10] as const) : undefined;
  });
  const [first] = found;
  const same = first && found.every((other) => other && other[0] === first[0] && other[1] === first[1]);
  return same && first[0] > 0 && first[1] > 0 ? first : undefined;
}

function valuesOf(set: DataSet, modality: string) {
  const dose = set.number(tags.DoseGridScaling, 'DS');
  const slope = dose ?? set.number(tags.RescaleSlope, 'DS');
  return {
    // A slope of zero would make all pixels the same, and is a writer's blank.
    slope: slope || 1,
    intercept: set.number(tags.RescaleIntercept, 'DS') ?? 0,
    windows: windowsOf(set),
    ...given('units', unitsOf(set, modality)),
  };
}

function unitsOf(set: DataSet, modality: string): string | undefined {
  const type = set.text(tags.RescaleType) ?? set.text(tags.Units);
  if (type === 'US' || type === 'UNSPECIFIED') return undefined;
  return type ?? (modality === 'CT' && set.elements.has(tags.RescaleIntercept) ? 'HU' : undefined);
}

function windowsOf(set: DataSet): readonly Window[] {
  const widths = set.numbers(tags.WindowWidth, 'DS');
  const names = set.texts(tags.WindowCenterWidthExplanation);
  const curve = { LINEAR_EXACT: 'exact', SIGMOID: 'sigmoid' }[set.text(tags.VOILUTFunction) ?? ''];
  return set.numbers(tags.WindowCenter, 'DS').flatMap((center, i) => {
    const width = widths[i] ?? 0;
    if (!Number.isFinite(center) || !(width > 0)) return [];
    return [
      { center, width, ...(names[i] && { name: names[i] }), ...(curve && { curve: curve as 'exact' | 'sigmoid' }) },
    ];
  });
}

/** What a functional group says of its frame, or of all. */
function groupOf(group: DataSet, modality: string) {
  const [plane] = group.items(tags.PlanePositionSequence);
  const [orientation] = group.items(tags.PlaneOrientationSequence);
  const [measures] = group.items(tags.PixelMeasuresSequence);
  const [values] = group.items(tags.PixelValueTransformationSequence);
  const [look] = group.items(tags.FrameVOILUTSequence);
  const windows = look && windowsOf(look);
  const transformed = values && valuesOf(values, modality);
  return {
    ...(plane && geometryOf(plane)),
    ...(orientation && geometryOf(orientation)),
    ...(measures && geometryOf(measures)),
    ...(transformed && { slope: transformed.slope, intercept: transformed.intercept }),
    ...(transformed?.units !== undefined && { units: transformed.units }),
    ...(windows && windows.length > 0 && { windows }),
  };
}

/** Positions of the frames of a dose, which lie along the normal of the first. */
function doseLayers(
  set: DataSet,
  position: readonly number[] | undefined,
  orientation: readonly number[] | undefined,
): readonly (readonly number[])[] | undefined {
  const offsets = set.numbers(tags.GridFrameOffsetVector, 'DS');
  if (offsets.length < 2 || !position || !orientation || !offsets.every(Number.isFinite)) return undefined;
  const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0] = orientation;
  const normal = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  // Offsets are relative to the first frame, or places along the patient's axis where they do not begin with zero.
  const origin = offsets[0] ?? 0;
  return offsets.map((offset) => position.map((part, i) => part + (offset - origin) * (normal[i] ?? 0)));
}
