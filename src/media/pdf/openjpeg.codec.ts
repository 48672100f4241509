import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm';

/** JPEG 2000, as scanners write it. */
export const files = { 'openjpeg.wasm': openjpeg };
