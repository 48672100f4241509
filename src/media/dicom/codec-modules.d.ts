declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const start: import('./codec.js').WasmFactory<{ readonly JpegLSDecoder: new () => import('./codec.js').WasmDecoder }>;
  export default start;
}
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const start: import('./codec.js').WasmFactory<{ readonly J2KDecoder: new () => import('./codec.js').WasmDecoder }>;
  export default start;
}
declare module '@cornerstonejs/codec-openjph/wasmjs' {
  const start: import('./codec.js').WasmFactory<{ readonly HTJ2KDecoder: new () => import('./codec.js').WasmDecoder }>;
  export default start;
}
declare module '@cornerstonejs/codec-charls/decodewasm' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module '@cornerstonejs/codec-openjpeg/decodewasm' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module '@cornerstonejs/codec-openjph/wasm' {
  const bytes: Uint8Array;
  export default bytes;
}
