import wasmBinary from '@cornerstonejs/codec-charls/decodewasm';
import start from '@cornerstonejs/codec-charls/decodewasmjs';
import { wasmCodec } from './codec.js';

export const decode = wasmCodec(
  () => start({ wasmBinary }),
  ({ JpegLSDecoder }) => new JpegLSDecoder(),
);
