declare module 'pdfjs-dist/build/pdf.worker.mjs';
declare module 'pdfjs-dist/wasm/*' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module 'pdfjs-dist/standard_fonts/*' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module 'pdfjs-dist/cmaps/*' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
