import type { ShapeModule } from '../../contract/shape.js';
import type { Mask } from '../mask/mask.js';
import { painted } from '../mask/painted.js';
import { bitmaskCodec } from './codec.js';
import { hasPng } from './png.js';

const shape = painted({ name: 'bitmask', codec: bitmaskCodec });

/** A mask whose pixels belong to it or do not. None is made that could not be written. */
export const bitmaskShape: ShapeModule<Mask, readonly [number, number]> = {
  ...shape,
  fromOutline: (outline, sight) => (hasPng() ? shape.fromOutline?.(outline, sight) : undefined),
};
