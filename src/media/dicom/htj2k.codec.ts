import wasmBinary from '@cornerstonejs/codec-openjph/wasm';
import start from '@cornerstonejs/codec-openjph/wasmjs';
import { wasmCodec } from './codec.js';

export const decode = wasmCodec(
  () => start({ wasmBinary }),
  ({ HTJ2KDecoder }) => new HTJ2KDecoder(),
);
