import { maskCodec } from './codec.js';
import { painted } from './painted.js';

/** A mask with soft edges, as a brush paints it. */
export const maskShape = painted({ name: 'mask', codec: maskCodec });
