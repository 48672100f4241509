import wasmBinary from '@cornerstonejs/codec-openjpeg/decodewasm';
import start from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import { wasmCodec } from './codec.js';

export const decode = wasmCodec(
  () => start({ wasmBinary }),
  ({ J2KDecoder }) => new J2KDecoder(),
);
