import type { Dict } from '../model/json.js';

/*
 * What formats of pictures have in common. Tasks of Label Studio and of FastLabel are read into pictures and written from
 * them; COCO, VOC, YOLO, labelme and masks know pictures only. Pixels: origin at the top left corner of the top left
 * pixel, x to the right, y down, floats; the picture is as it is stored, not turned.
 */

export type Point = readonly [x: number, y: number];

/** Corners of the box before it is turned; `rotation` in degrees, clockwise, about the pivot. */
export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  /** Label Studio turns about the top left corner, FastLabel about the centre. */
  readonly pivot: 'corner' | 'centre';
}

/** Areas, each an outline and its holes; rings are not closed by repeating their first point. */
export interface AreaShape {
  readonly kind: 'area';
  readonly polygons: readonly (readonly (readonly Point[])[])[];
  /** Drawn as one polygon without holes. */
  readonly simple: boolean;
}

export interface EllipseShape {
  readonly kind: 'ellipse';
  readonly centre: Point;
  readonly radii: Point;
  readonly rotation: number;
}

export interface LineShape {
  readonly kind: 'line';
  readonly points: readonly Point[];
}

export interface KeypointShape {
  readonly kind: 'keypoint';
  readonly at: Point;
  readonly visible: boolean;
}

/** One body with named points; those that were not placed are left out. */
export interface PoseShape {
  readonly kind: 'pose';
  readonly points: readonly { readonly name: string; readonly at: Point; readonly visible: boolean }[];
  /** Pairs of names. */
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/** A mask of its own size, which ought to be the picture's. */
export interface MaskShape {
  readonly kind: 'mask';
  readonly width: number;
  readonly height: number;
  /**
   * Alpha, row by row, one byte for each pixel; decoded when it is asked for. Undefined where it cannot be read, which
   * has been told then.
   */
  readonly alpha: () => Uint8Array | undefined;
}

export type PictureShape = BoxShape | AreaShape | EllipseShape | LineShape | KeypointShape | PoseShape | MaskShape;

/** Something marked on a picture. */
export interface PictureObject {
  /** In the order in which they were given; several where the control allows several. */
  readonly labels: readonly string[];
  readonly shape: PictureShape;
  /** The control's tag (`RectangleLabels`), or the type in the other format. */
  readonly tag?: string;
  readonly fromName?: string;
  /** The region's id, and the id of the region that it is part of (a keypoint of a box). */
  readonly id?: string;
  readonly parentId?: string;
  readonly score?: number;
  /** Answers about this object, by name. */
  readonly attributes?: Dict;
  /** As it was read. */
  readonly source?: Dict;
}

/** One picture with what one person marked on it. */
export interface Picture {
  /** The url or path in the task. */
  readonly url: string;
  /** In pixels; absent where nothing says it. */
  readonly width?: number;
  readonly height?: number;
  /** Nothing says the size: points are parts of it, 0 to 1. Boxes and ellipses that are turned are not among the objects. */
  readonly relative?: true;
  readonly objects: readonly PictureObject[];
  readonly taskId?: number | string;
  readonly completionId?: number | string;
  /** E-mail or id. */
  readonly annotator?: number | string;
  /** Page of a task with several pictures, from 0. */
  readonly itemIndex?: number;
}
