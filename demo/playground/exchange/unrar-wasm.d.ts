declare module 'node-unrar-js/esm/js/unrar.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
