/** A stretch of values that is shown from black to white, in the units of the modality. */
export interface Window {
  readonly center: number;
  readonly width: number;
  readonly name?: string;
  /** How values become grey; without it linear, as PS3.3 C.11.2.1.2.1 has it. */
  readonly curve?: 'exact' | 'sigmoid';
}

/** One picture of a study: a file, or a frame of one. */
export interface Slice {
  /** The file's name in its archive, or its address. */
  readonly name: string;
  readonly sopInstanceUid: string;
  readonly seriesUid: string;
  /** Counted from 1, of a file with several. */
  readonly frame?: number;
  readonly modality: string;
  readonly studyDescription?: string;
  readonly seriesDescription?: string;
  readonly seriesNumber?: number;
  readonly instanceNumber?: number;
  readonly rows: number;
  readonly columns: number;
  /** Millimetres from row to row and from column to column. */
  readonly pixelSpacing?: readonly [number, number];
  /** Whether the spacing is that at the detector of a projection, where the body is somewhat smaller than it seems. */
  readonly atDetector?: true;
  /** Of the middle of the first pixel: millimetres to the patient's left, back and head. */
  readonly position?: readonly number[];
  /** Directions along a row and along a column, three numbers each. */
  readonly orientation?: readonly number[];
  /** Millimetres. */
  readonly thickness?: number;
  /** Milliseconds a frame, of a film. */
  readonly frameTime?: number;
  /** A stored value times the slope plus the intercept is a value of the modality. */
  readonly slope: number;
  readonly intercept: number;
  /** Of values: `HU` of CT. */
  readonly units?: string;
  /** What the file would have it looked at with; the first by default. */
  readonly windows: readonly Window[];
  readonly photometric: string;
  readonly bitsStored: number;
  readonly signed: boolean;
  /** The stored value of pixels that are no part of the picture. */
  readonly padding?: number;
}

/** Arrays of stored values, row by row. */
export type StoredValues =
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** `colour`: red, green, blue and alpha, 8 bits each. */
export type SlicePixels =
  | { readonly kind: 'grey'; readonly width: number; readonly height: number; readonly values: StoredValues }
  | {
      readonly kind: 'colour';
      readonly width: number;
      readonly height: number;
      readonly values: Uint8ClampedArray<ArrayBuffer>;
    };
