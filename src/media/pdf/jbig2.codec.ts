import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm';

/** Black and white scans. */
export const files = { 'jbig2.wasm': jbig2 };
