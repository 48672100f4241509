/**
 * Points in the order of their file: an index is the same here, in results and in the file. Points that are not a number
 * are kept, and drawn and counted nowhere.
 */
export interface PointCloud {
  readonly count: number;
  /** x, y, z of each point in metres, less `origin`, so that coordinates of maps lose nothing. */
  readonly positions: Float32Array;
  /** What was taken off, so that it is to be added for the cloud's own frame. Metres. */
  readonly origin: readonly [number, number, number];
  /** Of the points that are numbers, origin added; undefined where there are none. */
  readonly bounds:
    | { readonly least: readonly [number, number, number]; readonly most: readonly [number, number, number] }
    | undefined;
  readonly intensity?: Float32Array;
  /** Red, green, blue of each point, 0 to 255. */
  readonly colours?: Uint8Array;
  readonly labels?: Uint32Array;
}
