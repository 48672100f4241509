import type { CodecPicture } from './codec.js';
import { decodeJpeg } from './jpeg.js';

export const decode = async (bytes: Uint8Array): Promise<CodecPicture> => decodeJpeg(bytes);
